package com.gammareplay.api.backtests;

import com.gammareplay.jobs.Job;
import com.gammareplay.webhooks.JobLinks;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Gives those who are told of a job's end the same links as those who ask for the job. */
@Component
class CallbackLinks implements JobLinks {

    private static final TypeReference<LinkedHashMap<String, String>> LINKS = new TypeReference<>() {};

    private final JsonMapper mapper;

    CallbackLinks(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Map<String, String> of(Job job) {
        return mapper.convertValue(BacktestView.Links.of(job), LINKS);
    }
}

package com.gammareplay.webhooks;

import com.gammareplay.jobs.Callbacks;
import com.gammareplay.jobs.Job;
import com.gammareplay.requests.CallbackUrl;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells clients of the end of their jobs and shows how that went. Thread-safe. */
@Component
public class Webhooks implements Callbacks {

    private final CallbackRules rules;
    private final DeliveryRows rows;
    private final DeliveryQueue queue;
    private final JobLinks links;
    private final WebhookSettings settings;
    private final JsonMapper mapper;

    Webhooks(
            CallbackRules rules,
            DeliveryRows rows,
            DeliveryQueue queue,
            JobLinks links,
            WebhookSettings settings,
            JsonMapper mapper) {
        this.rules = rules;
        this.rows = rows;
        this.queue = queue;
        this.links = links;
        this.settings = settings;
        this.mapper = mapper;
    }

    @Override
    public Optional<String> problem(CallbackUrl url) {
        return rules.problem(url);
    }

    @Override
    public void ended(Job job) {
        var id = "msg_" + UUID.randomUUID().toString().replace("-", "");
        var now = Objects.requireNonNull(job.finishedAt());
        var event = event(job, now);
        rows.add(id, job.id(), event.type(), mapper.writeValueAsString(event), now);
        queue.add(id, now);
    }

    @Override
    public void takeUp() {
        rows.release();
    }

    private WebhookEvent event(Job job, Instant now) {
        var absolute = new LinkedHashMap<String, String>();
        links.of(job).forEach((name, path) -> absolute.put(name, settings.link(path)));
        var type = "backtest." + job.status().name().toLowerCase(Locale.ROOT);
        return new WebhookEvent(type, now, new WebhookEvent.Data(job.id(), job.status(), job.label(), absolute));
    }

    /** The deliveries of a job with their attempts; none if it has no callback or has not ended. */
    public List<Delivery> deliveries(String jobId) {
        return rows.of(jobId);
    }
}

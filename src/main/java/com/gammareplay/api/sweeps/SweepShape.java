package com.gammareplay.api.sweeps;

import com.gammareplay.jobs.Job;
import tools.jackson.databind.json.JsonMapper;

/** What of a sweep decides which calls there are about it, read from its request. */
record SweepShape(boolean hasTwoAxes, boolean hasWalkForward) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    static SweepShape of(Job job) {
        var request = MAPPER.readTree(job.request());
        var axes = request.path("grid").size() + request.path("ranges").size();
        return new SweepShape(axes > 1, request.has("walkForward"));
    }
}

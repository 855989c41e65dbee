package com.gammareplay.webhooks;

import com.gammareplay.jobs.Job;
import java.util.Map;

/** The calls about a job, as clients are given them. */
public interface JobLinks {

    /** Paths by name, in a fixed order. */
    Map<String, String> of(Job job);
}

package com.gammareplay.preparation;

import com.gammareplay.marketdata.DataException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says of each dataset why it cannot be prepared, and not again while that stays the same. */
final class ToldProblems {

    private static final Logger LOG = LoggerFactory.getLogger(DatasetPreparer.class);

    private final Map<String, String> problems = new HashMap<>();

    /** Forgets all other datasets. */
    void retain(Collection<String> names) {
        problems.keySet().retainAll(names);
    }

    void forget(String name) {
        problems.remove(name);
    }

    void tell(String name, Throwable problem) {
        if (problem instanceof DataException) {
            warn(name, String.valueOf(problem.getMessage()));
        } else if (isNew(name, problem.toString())) {
            LOG.error("{} cannot be prepared", name, problem);
        } else {
            LOG.debug("{} still cannot be prepared", name, problem);
        }
    }

    void warn(String name, String problem) {
        if (isNew(name, problem)) {
            LOG.warn("{} cannot be prepared: {}", name, problem);
        } else {
            LOG.debug("{} still cannot be prepared: {}", name, problem);
        }
    }

    private boolean isNew(String name, String problem) {
        return !problem.equals(problems.put(name, problem));
    }
}

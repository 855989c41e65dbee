package com.gammareplay.access;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The keys that are accepted. */
public final class ApiKeys {

    private final List<ApiKey> keys;

    /** Keys with names that differ. */
    public ApiKeys(List<ApiKey> keys) {
        var names = new HashSet<String>();
        keys.forEach(key -> {
            if (!names.add(key.name())) {
                throw new IllegalArgumentException("two keys have the name " + key.name());
            }
        });
        this.keys = List.copyOf(keys);
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** The key of a text that a client sent; looks at all keys, so that the time taken says nothing. */
    public Optional<ApiKey> find(String sent) {
        var digest = ApiKey.digest(sent);
        var found = Optional.<ApiKey>empty();
        for (var key : keys) {
            if (key.is(digest)) {
                found = Optional.of(key);
            }
        }
        return found;
    }
}

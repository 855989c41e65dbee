package com.gammareplay.replay.sweep;

import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.marketdata.Recording;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Recordings whose sessions have other digests after each change, up to a number of changes. */
final class ChangingCatalog extends ForwardingCatalog {

    private final int mostChanges;
    private final AtomicInteger changes = new AtomicInteger();

    ChangingCatalog(DatasetCatalog behind, int mostChanges) {
        super(behind);
        this.mostChanges = mostChanges;
    }

    void change() {
        changes.updateAndGet(before -> Math.min(mostChanges, before + 1));
    }

    @Override
    public Recording open(String name, DataNeeds needs, BooleanSupplier cancelled) {
        var recording = super.open(name, needs, cancelled);
        return proxy(Recording.class, (_, method, arguments) -> {
            var answer = method.invoke(recording, arguments);
            return answer instanceof RecordedSession session ? changed(session) : answer;
        });
    }

    private RecordedSession changed(RecordedSession session) {
        return proxy(
                RecordedSession.class,
                (_, method, arguments) -> method.getName().equals("digest")
                        ? changes.toString().getBytes(StandardCharsets.UTF_8)
                        : method.invoke(session, arguments));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

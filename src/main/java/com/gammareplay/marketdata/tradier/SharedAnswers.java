package com.gammareplay.marketdata.tradier;

import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.FeedException.Kind;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers to questions that several ask: what is under way or was answered is shared. */
final class SharedAnswers<Q, A> {

    /** More are not asked for one tick by some sessions and a recorder. */
    private static final int MOST = 16;

    private final AsyncCache<Q, Result<A>> answers;

    /** What came of a question: the cache would log a failure of its own, with its trace. */
    private record Result<A>(@Nullable A answer, @Nullable FeedException failure) {

        static <A> Result<A> of(Supplier<A> ask) {
            try {
                return new Result<>(ask.get(), null);
            } catch (FeedException e) {
                return new Result<>(null, e);
            } catch (RuntimeException e) {
                return new Result<>(
                        null, new FeedException(Kind.BAD_ANSWER, "Tradier's answer cannot be used: " + e, e));
            }
        }
    }

    /** No answers yet; they are asked for on some threads. */
    SharedAnswers(Executor threads) {
        answers = Caffeine.newBuilder().maximumSize(MOST).executor(threads).buildAsync();
    }

    /** An answer; a failure is told to those who wait for it and then forgotten. */
    A get(Q question, Supplier<A> ask) {
        try {
            var shared = answers.get(question, _ -> Result.of(ask));
            var result = shared.get();
            if (result.failure() != null) {
                answers.asMap().remove(question, shared);
                throw result.failure();
            }
            return Objects.requireNonNull(result.answer());
        } catch (ExecutionException e) {
            throw new IllegalStateException("a result must tell of its failure", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FeedException(Kind.UNAVAILABLE, "Asking Tradier was given up.", e);
        }
    }
}

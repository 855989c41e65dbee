package com.gammareplay.api.problems;

import com.gammareplay.api.problems.Problem.Detail;
import com.gammareplay.requests.InvalidRequestException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;

/** Problems as answers; nothing once an answer has begun: the client has gone, or is to see that the answer is broken. */
final class ProblemAnswer {

    private static final String RETRY_AFTER = "5";

    private ProblemAnswer() {}

    static @Nullable ResponseEntity<Object> of(HttpStatusCode status, String code, String detail, WebRequest request) {
        return of(status, code, detail, request, HttpHeaders.EMPTY);
    }

    static @Nullable ResponseEntity<Object> of(
            HttpStatusCode status, String code, String detail, WebRequest request, HttpHeaders headers) {
        return of(status, code, detail, List.of(), request, headers);
    }

    /** What is wrong with the fields of a request. */
    static @Nullable ResponseEntity<Object> invalid(List<Detail> details, WebRequest request) {
        return of(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                summary(details.size()),
                details,
                request,
                HttpHeaders.EMPTY);
    }

    private static String summary(int problems) {
        if (problems == 1) {
            return "The request has 1 problem.";
        }
        var isAll = problems < InvalidRequestException.MOST_PROBLEMS;
        return "The request has " + problems + (isAll ? " problems." : " problems or more.");
    }

    static @Nullable ResponseEntity<Object> of(
            HttpStatusCode status,
            String code,
            String detail,
            List<Detail> errors,
            WebRequest request,
            HttpHeaders headers) {
        if (isCommitted(request)) {
            request.setAttribute(ProblemWriter.CUT_OFF, true, RequestAttributes.SCOPE_REQUEST);
            return null;
        }
        request.setAttribute(ProblemWriter.CODE, code, RequestAttributes.SCOPE_REQUEST);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(status, code, detail, instance(request), errors));
    }

    /** What is wrong here may be right in a few seconds. */
    static HttpHeaders retryLater() {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        return headers;
    }

    static boolean isCommitted(WebRequest request) {
        return request instanceof ServletWebRequest servlet
                && servlet.getResponse() != null
                && servlet.getResponse().isCommitted();
    }

    static boolean isClientGone(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(ClientAbortException.class::isInstance);
    }

    static String instance(WebRequest request) {
        return ((ServletWebRequest) request).getRequest().getRequestURI();
    }
}

package com.gammareplay.api.problems;

import com.gammareplay.api.problems.Problem.Detail;
import com.gammareplay.jobs.StorageTrouble;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.requests.InvalidRequestException;
import com.gammareplay.requests.MalformedJsonException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every exception into a problem, without anything internal in it. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_AFTER = "5";

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> refused(ApiException failure, WebRequest request) {
        var headers = new HttpHeaders();
        failure.retryAfter().ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
        return answer(failure.status(), failure.code(), failure.text(), List.of(), request, headers);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> invalid(InvalidRequestException failure, WebRequest request) {
        return invalid(failure.problems().stream().map(Detail::of).toList(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> malformed(MalformedJsonException failure, WebRequest request) {
        return answer(
                HttpStatus.BAD_REQUEST, "malformed-json", String.valueOf(failure.getMessage()), List.of(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> data(DataException failure, WebRequest request) {
        var text = String.valueOf(failure.getMessage());
        return switch (failure.kind()) {
            case MISSING -> answer(HttpStatus.BAD_REQUEST, "data-missing", text, List.of(), request);
            case CORRUPT -> answer(HttpStatus.BAD_REQUEST, "data-corrupt", text, List.of(), request);
            case UNAVAILABLE ->
                answer(HttpStatus.SERVICE_UNAVAILABLE, "data-unavailable", text, List.of(), request, retryLater());
        };
    }

    @ExceptionHandler({
        TransientDataAccessException.class,
        NonTransientDataAccessResourceException.class,
        CannotCreateTransactionException.class
    })
    @Nullable
    ResponseEntity<Object> unavailable(Exception failure, WebRequest request) {
        LOG.error(
                "The jobs database cannot be used: {}",
                StorageTrouble.in(failure).orElse(failure.toString()));
        LOG.debug("The jobs database cannot be used", failure);
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "storage-unavailable",
                "Jobs cannot be stored at the moment; nothing of this request was kept.",
                List.of(),
                request,
                retryLater());
    }

    private static HttpHeaders retryLater() {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        return headers;
    }

    /** Spring Security looks at parameters and headers when they are read, which may be as late as here. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> deceitful(RequestRejectedException failure, WebRequest request) {
        return answer(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                "The query or a header has characters that are not allowed.",
                List.of(),
                request);
    }

    /** Tomcat reads parameters late, and says so if they cannot be read. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception failure, WebRequest request) {
        if (failure.getClass().getName().startsWith("org.apache.tomcat.util.http.")) {
            return answer(HttpStatus.BAD_REQUEST, "bad-request", "The query cannot be decoded.", List.of(), request);
        }
        if (StorageTrouble.in(failure).isPresent()) {
            return unavailable(failure, request);
        }
        if (!isCommitted(request)) {
            LOG.error("A request failed unexpectedly: {}", instance(request), failure);
        } else if (!isClientGone(failure)) {
            LOG.warn("An answer was cut off: {}, {}", instance(request), failure.toString());
        }
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                "The service failed unexpectedly; its log has the cause.",
                List.of(),
                request);
    }

    /** HEAD is answered wherever GET is, and OPTIONS everywhere. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var allowed = new TreeSet<>(Comparator.comparing(HttpMethod::name));
        allowed.addAll(headers.getAllow());
        if (allowed.contains(HttpMethod.GET)) {
            allowed.add(HttpMethod.HEAD);
        }
        allowed.add(HttpMethod.OPTIONS);
        var complete = new HttpHeaders();
        complete.setAllow(allowed);
        return handleExceptionInternal(failure, null, complete, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var detail = failure instanceof MethodArgumentTypeMismatchException argument
                ? new Detail("/" + argument.getName(), "must be a whole number" + range(argument.getParameter()))
                : new Detail("/", "must be a whole number");
        return invalid(List.of(detail), request);
    }

    private static String range(MethodParameter parameter) {
        var least = parameter.getParameterAnnotation(Min.class);
        var most = parameter.getParameterAnnotation(Max.class);
        return least == null || most == null ? "" : " from " + least.value() + " to " + most.value();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var details = failure.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new Detail(
                                "/" + result.getMethodParameter().getParameterName(),
                                String.valueOf(error.getDefaultMessage()))))
                .toList();
        return invalid(details, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (failure.getCause() instanceof BodyTooLargeException tooLarge) {
            return answer(
                    HttpStatus.CONTENT_TOO_LARGE,
                    BodyTooLargeException.CODE,
                    String.valueOf(tooLarge.getMessage()),
                    List.of(),
                    request);
        }
        return answer(HttpStatus.BAD_REQUEST, "malformed-json", "The body must be a JSON object.", List.of(), request);
    }

    /** Without a cause no writer has the form that was agreed on with the client, such as JSON in Latin-1. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotWritable(
            HttpMessageNotWritableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (failure.getCause() != null) {
            return unexpected(failure, request);
        }
        return answer(
                HttpStatus.NOT_ACCEPTABLE,
                "not-acceptable",
                "The answer does not exist in the form asked for.",
                List.of(),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var detail =
                failure instanceof ErrorResponse response ? response.getBody().getDetail() : null;
        var problem = Problem.of(status, instance(request));
        return answer(status, problem.code(), detail == null ? problem.detail() : detail, List.of(), request, headers);
    }

    private static @Nullable ResponseEntity<Object> invalid(List<Detail> details, WebRequest request) {
        return answer(HttpStatus.BAD_REQUEST, "invalid-request", summary(details.size()), details, request);
    }

    private static String summary(int problems) {
        if (problems == 1) {
            return "The request has 1 problem.";
        }
        var isAll = problems < InvalidRequestException.MOST_PROBLEMS;
        return "The request has " + problems + (isAll ? " problems." : " problems or more.");
    }

    private static @Nullable ResponseEntity<Object> answer(
            HttpStatusCode status, String code, String detail, List<Detail> errors, WebRequest request) {
        return answer(status, code, detail, errors, request, HttpHeaders.EMPTY);
    }

    /** Nothing once the answer has begun: the client has gone, or is to see that the answer is broken. */
    private static @Nullable ResponseEntity<Object> answer(
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

    private static boolean isClientGone(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(ClientAbortException.class::isInstance);
    }

    private static boolean isCommitted(WebRequest request) {
        return request instanceof ServletWebRequest servlet
                && servlet.getResponse() != null
                && servlet.getResponse().isCommitted();
    }

    private static String instance(WebRequest request) {
        return ((ServletWebRequest) request).getRequest().getRequestURI();
    }
}

package com.gammareplay.api.problems;

import com.gammareplay.api.problems.Problem.Detail;
import com.gammareplay.jobs.store.StorageTrouble;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.requests.InvalidRequestException;
import com.gammareplay.requests.MalformedJsonException;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
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
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every exception into a problem, without anything internal in it. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> refused(ApiException failure, WebRequest request) {
        var headers = new HttpHeaders();
        failure.retryAfter().ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
        return ProblemAnswer.of(failure.status(), failure.code(), failure.text(), failure.details(), request, headers);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> invalid(InvalidRequestException failure, WebRequest request) {
        return ProblemAnswer.invalid(failure.problems().stream().map(Detail::of).toList(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> malformed(MalformedJsonException failure, WebRequest request) {
        return ProblemAnswer.of(
                HttpStatus.BAD_REQUEST, "malformed-json", String.valueOf(failure.getMessage()), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> data(DataException failure, WebRequest request) {
        var text = String.valueOf(failure.getMessage());
        return switch (failure.kind()) {
            case MISSING -> ProblemAnswer.of(HttpStatus.BAD_REQUEST, "data-missing", text, request);
            case CORRUPT -> ProblemAnswer.of(HttpStatus.BAD_REQUEST, "data-corrupt", text, request);
            case UNAVAILABLE ->
                ProblemAnswer.of(
                        HttpStatus.SERVICE_UNAVAILABLE, "data-unavailable", text, request, ProblemAnswer.retryLater());
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
        return ProblemAnswer.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "storage-unavailable",
                "Jobs cannot be stored at the moment; nothing of this request was kept.",
                request,
                ProblemAnswer.retryLater());
    }

    /** Spring Security looks at parameters and headers when they are read, which may be as late as here. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> deceitful(RequestRejectedException failure, WebRequest request) {
        return ProblemAnswer.of(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                "The query or a header has characters that are not allowed.",
                request);
    }

    /** Tomcat reads parameters late, and says so if they cannot be read. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception failure, WebRequest request) {
        if (failure.getClass().getName().startsWith("org.apache.tomcat.util.http.")) {
            return ProblemAnswer.of(HttpStatus.BAD_REQUEST, "bad-request", "The query cannot be decoded.", request);
        }
        if (StorageTrouble.in(failure).isPresent()) {
            return unavailable(failure, request);
        }
        if (!ProblemAnswer.isCommitted(request)) {
            LOG.error("A request failed unexpectedly: {}", ProblemAnswer.instance(request), failure);
        } else if (!ProblemAnswer.isClientGone(failure)) {
            LOG.warn("An answer was cut off: {}, {}", ProblemAnswer.instance(request), failure.toString());
        }
        return ProblemAnswer.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                "The service failed unexpectedly; its log has the cause.",
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
        return ProblemAnswer.invalid(List.of(ParameterDetails.of(failure)), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ProblemAnswer.invalid(ParameterDetails.of(failure), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (failure.getCause() instanceof BodyTooLargeException tooLarge) {
            return ProblemAnswer.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    BodyTooLargeException.CODE,
                    String.valueOf(tooLarge.getMessage()),
                    request);
        }
        return ProblemAnswer.of(HttpStatus.BAD_REQUEST, "malformed-json", "The body must be a JSON object.", request);
    }

    /** Without a cause no writer has the form that was agreed on with the client, such as JSON in Latin-1. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotWritable(
            HttpMessageNotWritableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (failure.getCause() != null) {
            return unexpected(failure, request);
        }
        return ProblemAnswer.of(
                HttpStatus.NOT_ACCEPTABLE,
                "not-acceptable",
                "The answer does not exist in the form asked for.",
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var detail = switch (failure) {
            case HttpMediaTypeNotSupportedException type ->
                "The body must be " + MediaType.toString(type.getSupportedMediaTypes()) + ".";
            case ErrorResponse response -> response.getBody().getDetail();
            default -> null;
        };
        var problem = Problem.of(status, ProblemAnswer.instance(request));
        return ProblemAnswer.of(status, problem.code(), detail == null ? problem.detail() : detail, request, headers);
    }
}

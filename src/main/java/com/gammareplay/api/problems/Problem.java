package com.gammareplay.api.problems;

import com.gammareplay.requests.InvalidRequestException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * Every error's form (RFC 9457).
 *
 * @param instance path of the request
 * @param errors what is wrong with the request, if it is known in detail
 * @param requestId the request as the logs know it
 */
@Schema(description = "What went wrong (RFC 9457).")
public record Problem(
        @Schema(description = "URI of the kind of problem", example = "urn:gamma-replay:problem:invalid-request")
        String type,

        @Schema(description = "The kind of problem in words", example = "Bad Request")
        String title,

        @Schema(description = "HTTP status", example = "400")
        int status,

        @Schema(description = "This problem in words", example = "The request has 1 problem.")
        String detail,

        @Schema(description = "Path of the request", example = "/api/v1/backtests")
        String instance,

        @Schema(description = "The kind of problem for programs", example = "invalid-request")
        String code,

        @Schema(description = "What is wrong in detail, as far as that is known")
        List<Detail> errors,

        @Schema(
                description = "The request as the logs know it; also the header X-Request-Id",
                example = "6f1d3c52-6bd1-4a3e-9d0e-0b4c8d0f7c11")
        String requestId) {

    /** One thing that is wrong. */
    public record Detail(
            @Schema(
                    description = "JSON pointer (RFC 6901) into the body, or / and the name of a query parameter",
                    example = "/parameters/minCredit")
            String pointer,

            @Schema(description = "What it must be", example = "must be a number, was \"x\"")
            String message) {

        static Detail of(InvalidRequestException.Problem problem) {
            return new Detail(problem.pointer(), problem.message());
        }
    }

    /** A problem without details. */
    public static Problem of(HttpStatusCode status, String code, String detail, String instance) {
        return of(status, code, detail, instance, List.of());
    }

    static Problem of(HttpStatusCode status, String code, String detail, String instance, List<Detail> errors) {
        return new Problem(
                "urn:gamma-replay:problem:" + code,
                title(status),
                status.value(),
                detail,
                instance,
                code,
                errors,
                RequestId.current());
    }

    /** A problem about which only its status is known. */
    public static Problem of(HttpStatusCode status, String instance) {
        return of(status, code(status), title(status) + ".", instance);
    }

    /** The code of problems that have no better one: the name of the status. */
    public static String code(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> "bad-request";
            case 500 -> "internal";
            default -> title(status).toLowerCase(Locale.ROOT).replace(' ', '-');
        };
    }

    private static String title(HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        return known == null ? "Status " + status.value() : known.getReasonPhrase();
    }
}

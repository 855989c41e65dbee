package com.gammareplay.config;

import com.gammareplay.api.problems.Problem;
import com.gammareplay.api.problems.ProblemWriter;
import com.gammareplay.api.problems.RequestId;
import com.gammareplay.jobs.LogKeys;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.security.web.header.HeaderWriter;
import tools.jackson.databind.json.JsonMapper;

/** Reports errors of the server itself as problems instead of HTML pages, and breaks off answers that cannot be finished. */
final class ProblemValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

    private static final Set<Integer> ODD_REQUESTS =
            Set.of(HttpServletResponse.SC_NOT_IMPLEMENTED, HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED);

    private final JsonMapper mapper;
    private final HeaderWriter headers;

    ProblemValve(JsonMapper mapper, HeaderWriter headers) {
        this.mapper = mapper;
        this.headers = headers;
    }

    /** A failure that is dealt with would end the answer as if it were whole. */
    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        super.invoke(request, response);
        if (request.getAttribute(ProblemWriter.CUT_OFF) != null) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        if (ODD_REQUESTS.contains(response.getStatus())) { // it is the request that is odd, not we
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        var known = response.getHeader(RequestId.HEADER);
        var id = known == null ? RequestId.of(request.getHeader(RequestId.HEADER)) : known;
        try (var _ = MDC.putCloseable(LogKeys.REQUEST, id)) {
            var problem = problem(request, HttpStatusCode.valueOf(response.getStatus()));
            response.setHeader(RequestId.HEADER, id);
            headers.writeHeaders(request, response);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            var reporter = response.getReporter();
            if (reporter != null) {
                reporter.write(mapper.writeValueAsString(problem));
                response.finishResponse();
            }
        } catch (IOException e) {
            LOG.debug("An error could not be reported", e);
        }
    }

    /** A request that could not be read has no path, or one that is not safe to repeat. */
    private static Problem problem(Request request, HttpStatusCode status) {
        var path = request.getRequestURI();
        return status.value() == HttpServletResponse.SC_BAD_REQUEST && path != null && !isDecodable(path)
                ? Problem.of(status, Problem.code(status), "The path cannot be decoded.", "")
                : Problem.of(status, "");
    }

    private static boolean isDecodable(String path) {
        try {
            return !URLDecoder.decode(path, StandardCharsets.UTF_8).contains("\uFFFD");
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}

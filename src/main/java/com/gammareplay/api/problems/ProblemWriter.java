package com.gammareplay.api.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem where no controller does. */
public final class ProblemWriter {

    /** Attribute of a request: the code of the problem that it was answered with. */
    public static final String CODE = ProblemWriter.class.getName() + ".code";

    /** Attribute of a request that failed when its answer had begun: what there is of it must not look complete. */
    public static final String CUT_OFF = ProblemWriter.class.getName() + ".cutOff";

    private final JsonMapper mapper;

    /** A writer of problems as JSON. */
    public ProblemWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Writes a problem, unless the answer has begun already. */
    public void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code, String detail)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        request.setAttribute(CODE, code);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var problem = Problem.of(status, code, detail, request.getRequestURI());
        response.getOutputStream().write(mapper.writeValueAsBytes(problem));
    }
}

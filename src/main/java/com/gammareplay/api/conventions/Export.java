package com.gammareplay.api.conventions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServletServerHttpRequest;

/** Answers in the form that the path names, or else in the one that the client likes best. */
public final class Export {

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    /** What answers a request. */
    public Export(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /** Gives an answer that becomes JSON. */
    public interface Json<T> {
        T get() throws IOException;
    }

    /** Writes an answer in another form. */
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** The answer as JSON, or null if it was written to the response in one of the other forms that there are. */
    public <T> @Nullable T answer(Json<T> json, Map<ExportFormat, Writing> others) throws IOException {
        var format = format();
        var other = others.get(format);
        if (other == null) {
            return json.get();
        }
        response.setContentType(format.type());
        other.to(response.getOutputStream());
        return null;
    }

    private ExportFormat format() {
        if (ExportFormat.isCsv(request)) {
            return ExportFormat.CSV;
        }
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return ExportFormat.of(
                new ServletServerHttpRequest(request).getHeaders().getAccept());
    }
}

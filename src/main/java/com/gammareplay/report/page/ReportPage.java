package com.gammareplay.report.page;

import com.gammareplay.hash.Sha256;
import com.gammareplay.replay.review.Sketches;
import com.gammareplay.report.JsonReport;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes results as one HTML page that loads nothing and runs nothing. Same result, same bytes. Thread-safe. */
public final class ReportPage {

    static final JsonMapper JSON = JsonReport.exactMapper();

    private final String style = resource("page.css");

    /** Whatever the browser is given as text, it may only apply this one style. */
    private final String policy =
            "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src 'sha256-" + hash(style)
                    + "'";

    private final Template template = Mustache.compiler()
            .withLoader(name -> new StringReader(resource(name + ".mustache")))
            .emptyStringIsFalse(true)
            .nullValue("")
            .compile(resource("page.mustache"));

    /** The frame of a page and what it tells. */
    private record Framed(String style, String policy, Page page) {}

    /**
     * The page of a result.
     *
     * @param request the effective one, as JSON
     * @param result as JSON, maybe kept by an earlier version
     * @param label of the job, null without one
     */
    public String of(String request, InputStream result, @Nullable String label, List<String> tags, Sketches sketches) {
        var reported = new Reported(JSON.readTree(request), JSON.readTree(result), label, tags, sketches);
        return template.execute(new Framed(style, policy, Page.of(reported)));
    }

    private static String resource(String name) {
        try (var resource = ReportPage.class.getResourceAsStream("/report/" + name)) {
            if (resource == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        return Base64.getEncoder().encodeToString(Sha256.begin().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}

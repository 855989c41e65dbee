package com.gammareplay.config;

import com.gammareplay.api.conventions.ExportFormat;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Describes the paths of CSV by what is said of the call that gives it among other forms. */
final class OpenApiDownloads implements OpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        var paths = api.getPaths();
        paths.forEach((path, item) -> {
            if (path.endsWith(ExportFormat.CSV_SUFFIX)) {
                var other = path.substring(0, path.length() - ExportFormat.CSV_SUFFIX.length());
                item.setGet(download(Objects.requireNonNull(paths.get(other)).getGet()));
            }
        });
    }

    private static Operation download(Operation other) {
        return new Operation()
                .tags(other.getTags())
                .operationId(other.getOperationId().replaceFirst("^get", "download"))
                .summary(other.getSummary().replaceFirst("^Get", "Download") + ", as CSV")
                .description("What " + other.getOperationId() + " gives to those who accept text/csv: for browsers and "
                        + "generated clients, which cannot choose the form of an answer.")
                .parameters(other.getParameters().stream()
                        .filter(parameter -> !ExportFormat.NOT_OF_FILES.contains(parameter.getName()))
                        .toList())
                .responses(responses(other.getResponses()));
    }

    private static ApiResponses responses(ApiResponses others) {
        var responses = new ApiResponses();
        others.forEach((status, other) -> {
            var csv = other.getContent().get(ExportFormat.CSV_TYPE);
            responses.addApiResponse(
                    status,
                    csv == null
                            ? other
                            : new ApiResponse()
                                    .description(other.getDescription())
                                    .content(new Content().addMediaType(ExportFormat.CSV_TYPE, csv)));
        });
        return responses;
    }
}

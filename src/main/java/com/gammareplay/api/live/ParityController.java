package com.gammareplay.api.live;

import com.gammareplay.jobs.paper.PaperSessions;
import com.gammareplay.requests.InvalidRequestException;
import com.gammareplay.requests.ParityBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The proof that live and replay decide alike. */
@Tag(name = "Parity checks", description = "The proof that live and replay decide alike")
@RestController
class ParityController {

    private final PaperSessions sessions;

    ParityController(PaperSessions sessions) {
        this.sessions = sessions;
    }

    @Operation(
            operationId = "checkParity",
            summary = "Check a paper session",
            description = "Replays the recording of the session with its parameters, over the ticks at which it has "
                    + "decided so far, and compares every decision and every trade. It may still run.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ParityBody.class)))
    @ApiResponse(responseCode = "200", description = "What was found")
    @PostMapping(
            path = "/api/v1/parity-checks",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ParityView check(@RequestBody byte[] body) {
        var paper = sessions.find(ParityBody.read(body))
                .orElseThrow(() -> new InvalidRequestException(List.of(
                        new InvalidRequestException.Problem("/paperSession", "there is no such paper session"))));
        return ParityView.of(sessions.check(paper));
    }
}

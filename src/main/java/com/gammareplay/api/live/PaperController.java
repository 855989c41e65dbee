package com.gammareplay.api.live;

import com.gammareplay.api.conventions.Cursor;
import com.gammareplay.api.conventions.Page;
import com.gammareplay.api.conventions.PageCursor;
import com.gammareplay.api.conventions.PageLimit;
import com.gammareplay.api.problems.ApiException;
import com.gammareplay.jobs.paper.IndexInUseException;
import com.gammareplay.jobs.paper.NoPaperSessionsException;
import com.gammareplay.jobs.paper.PaperSessions;
import com.gammareplay.requests.ListedRequest;
import com.gammareplay.requests.PaperBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Paper sessions: the bot on a live market, with simulated fills. */
@Tag(name = "Paper sessions", description = "The bot on a live market, with simulated fills; nothing places orders")
@RestController
@RequestMapping(path = PaperController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class PaperController {

    static final String PATH = "/api/v1/paper-sessions";

    private static final String NOUN = "paper session";
    private static final Cursor PLACE = new Cursor("paper sessions");

    private final PaperSessions sessions;

    PaperController(PaperSessions sessions) {
        this.sessions = sessions;
    }

    static ApiException notFound() {
        return ApiException.notFound(NOUN);
    }

    @Operation(
            operationId = "beginPaperSession",
            summary = "Begin a paper session",
            description = "Checks the request and begins at once: the bot on a live market until its close, with "
                    + "simulated fills, recording all that it sees. Two sessions of one source never share an index.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = PaperBody.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The session, begun",
            headers = @Header(name = "Location", description = "The session", schema = @Schema(type = "string")))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PaperView> begin(@RequestBody byte[] body) {
        try {
            var paper = sessions.begin(body);
            return ResponseEntity.accepted()
                    .location(URI.create(PATH + "/" + paper.id()))
                    .body(PaperView.of(paper));
        } catch (IndexInUseException e) {
            throw ApiException.conflict("index-in-use", String.valueOf(e.getMessage()));
        } catch (NoPaperSessionsException e) {
            throw ApiException.conflict("no-paper-sessions", String.valueOf(e.getMessage()));
        }
    }

    @Operation(
            operationId = "listPaperSessions",
            summary = "List paper sessions",
            description = "Sessions, the newest first. Of the parameters in its request an item has those that differ "
                    + "from the preset; the session has all.")
    @ApiResponse(responseCode = "200", description = "A page of sessions")
    @GetMapping
    Page<PaperView> list(
            @PageLimit @RequestParam(defaultValue = "50") @Min(1) @Max(1000) int limit,
            @PageCursor @RequestParam(required = false) @Nullable String cursor) {
        var before = PLACE.read(cursor, Long::parseLong).orElse(Long.MAX_VALUE);
        var page = PLACE.page(sessions.newest(before, limit + 1), limit, last -> Long.toString(last.number()));
        return page.with(page.items().stream()
                .map(paper -> PaperView.of(paper, ListedRequest.of(paper.request())))
                .toList());
    }

    @Operation(
            operationId = "getPaperSession",
            summary = "Look at a paper session",
            description = "The session as it stands: its balance, its equity, its open positions with their profit and "
                    + "the levels at which they would be closed.")
    @ApiResponse(responseCode = "200", description = "The session")
    @GetMapping("/{id}")
    PaperView get(@PaperId @PathVariable String id) {
        return PaperView.of(sessions.find(id).orElseThrow(PaperController::notFound));
    }

    @Operation(
            operationId = "stopPaperSession",
            summary = "Stop a paper session",
            description =
                    "Ends a session before its close, within a second or two; open positions stay as they are. One "
                            + "that has ended stays as it is.")
    @ApiResponse(responseCode = "200", description = "The session, ended")
    @ApiResponse(responseCode = "202", description = "The session, about to end")
    @PostMapping("/{id}/stop")
    ResponseEntity<PaperView> stop(@PaperId @PathVariable String id) {
        var paper = sessions.stop(id).orElseThrow(PaperController::notFound);
        return ResponseEntity.status(paper.status().isFinal() ? 200 : 202).body(PaperView.of(paper));
    }

    @Operation(
            operationId = "deletePaperSession",
            summary = "Delete a paper session",
            description = "Forgets a session that has ended, and deletes its recording.")
    @ApiResponse(responseCode = "204", description = "Deleted")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PaperId @PathVariable String id) {
        if (!sessions.delete(id)) {
            throw sessions.find(id).isPresent()
                    ? ApiException.conflict("not-finished", "The " + NOUN + " has not ended yet; stop it first.")
                    : notFound();
        }
        return ResponseEntity.noContent().build();
    }
}

package com.gammareplay.api.catalog;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a request may set. */
@Tag(name = "Strategies", description = "The presets and parameters of the bot")
@RestController
@RequestMapping(path = "/api/v1/strategies", produces = MediaType.APPLICATION_JSON_VALUE)
class StrategyController {

    @Operation(
            operationId = "getStrategies",
            summary = "List presets and parameters",
            description = "Every parameter of the bot with its type, unit, default, range and meaning.")
    @ApiResponse(responseCode = "200", description = "Presets and parameters")
    @GetMapping
    StrategyView get() {
        return StrategyView.all();
    }
}

package com.gammareplay.api.backtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.api.Client;
import com.gammareplay.api.ServiceTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** No number is taken for another one, wherever a client gives it. */
@ServiceTest
class StrictNumbersTest {

    private static final String BACKTESTS = "/api/v1/backtests";

    private final Client client;

    @Autowired
    StrictNumbersTest(@LocalServerPort int port) {
        client = new Client(port);
    }

    private JsonNode error(String body, String path) {
        var response = client.post(path, body);
        assertThat(response.statusCode()).as(body + " " + response.body()).isEqualTo(400);
        return client.json(response).path("errors").path(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x5",
                "0X5",
                "#5",
                "05",
                "+5",
                " 5",
                "5 ",
                "5\t",
                "\u0663",
                "\uff15",
                "1e1",
                "5.0",
                "5.",
                "5,0",
                "1_0",
                "5L",
                "-0",
                "",
                " ",
                "five",
                "99999999999",
                "2147483648",
                "0x",
                "#",
                "-",
                "--5",
                "٣5"
            })
    void a_number_in_a_query_is_written_as_json_writes_whole_numbers(String text) {
        var limit = "?limit=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        for (var list : List.of(
                BACKTESTS,
                BACKTESTS + "/nothing/trades",
                BACKTESTS + "/nothing/decisions",
                "/api/v1/sweeps",
                "/api/v1/sweeps/nothing/results")) {
            var response = client.get(list + limit);

            assertThat(response.statusCode()).as(list + limit).isEqualTo(400);
            var error = client.json(response).path("errors").path(0);
            assertThat(error.path("pointer").asString()).isEqualTo("/limit");
            assertThat(error.path("message").asString()).startsWith("must be a whole number");
        }
    }

    @Test
    void what_a_number_in_a_query_may_be_is_said() {
        assertThat(client.get(BACKTESTS + "?limit=x").body()).contains("must be a whole number from 1 to 1000");
        assertThat(client.get(BACKTESTS + "/any/trades/2147483648/path").body())
                .contains("must be a whole number of at most 2147483647");
        assertThat(client.get(BACKTESTS + "?limit=5").statusCode()).isEqualTo(200);
        assertThat(client.get(BACKTESTS + "?limit=1000").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            contracts           | 1e-400                  | must be a whole number from 0 to 1000
            contracts           | 0.99999999999999999999  | must be a whole number from 0 to 1000
            contracts           | 1.00000000000000000001  | must be a whole number from 0 to 1000
            contracts           | -1e-400                 | must be a whole number from 0 to 1000
            contracts           | 1000.0000000000000001   | must be a whole number from 0 to 1000
            step                | 29.999999999999999999   | must be a whole number from 1 to 3600
            stopLoss            | -1e-400                 | that 64 bits can hold as it is written
            stopLoss            | 1e-324                  | that 64 bits can hold as it is written
            stopLoss            | -0.1500000000000000001  | that 64 bits can hold as it is written
            stopLoss            | 100.0000000000000000001 | must be a number from -100 to 100
            commissionPerContract | 0.65000000000000000001 | that 64 bits can hold as it is written
            fillFraction        | 0.99999999999999999999  | that 64 bits can hold as it is written
            minCredit           | 1e-400                  | that 64 bits can hold as it is written
            minCredit           | 1.30000000000000000001  | that 64 bits can hold as it is written
            minCredit           | 0.99999999999999999     | that 64 bits can hold as it is written
            minCredit           | 1.0000000000000001      | that 64 bits can hold as it is written
            minCredit           | 0.10000000000000001     | that 64 bits can hold as it is written
            minBalance          | 999999999.00000001      | that 64 bits can hold as it is written
            stopLoss            | -0.14999999999999999    | that 64 bits can hold as it is written
            stopLoss            | 0.1000000000000000055511151231257827 | that 64 bits can hold as it is written
            """)
    void a_number_that_would_become_another_one_is_refused(String parameter, String number, String message) {
        var parameters = "{\"parameters\": {\"%s\": %s}}".formatted(parameter, number);
        var grid = "{\"base\": {}, \"grid\": {\"%s\": [%s]}}".formatted(parameter, number);

        var inBacktest = error(parameters, BACKTESTS);
        assertThat(inBacktest.path("pointer").asString()).isEqualTo("/parameters/" + parameter);
        assertThat(inBacktest.path("message").asString()).contains(message);
        var inSweep = error(grid, "/api/v1/sweeps");
        assertThat(inSweep.path("pointer").asString()).isEqualTo("/grid/" + parameter + "/0");
        assertThat(inSweep.path("message").asString()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            contracts             | 1.0                    | 1
            contracts             | 1e1                    | 10
            contracts             | -0.0                   | 0
            stopLoss              | -0.15                  | -0.15
            stopLoss              | -1.5e-1                | -0.15
            stopLoss              | -0.1500                | -0.15
            stopLoss              | 0.3333333333333333     | 0.3333333333333333
            stopLoss              | 0.30000000000000004    | 0.30000000000000004
            stopLoss              | 1e-300                 | 1.0E-300
            minCredit             | 1.30                   | 1.3
            minCredit             | 13e-1                  | 1.3
            minCredit             | 1.300000               | 1.3
            minCredit             | 1.2000000000000002     | 1.2000000000000002
            minBalance            | 123456789.01           | 1.2345678901E8
            dailyLossLimit        | -500                   | -500.0
            commissionPerContract | 0.655                  | 0.655
            minCredit             | 1.305                  | 1.305
            stopLoss              | -0.1000000000000000000 | -0.1
            """)
    void the_same_number_may_be_written_in_several_ways(String parameter, String number, String kept) {
        var response = client.post(BACKTESTS, "{\"parameters\": {\"%s\": %s}}".formatted(parameter, number));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        assertThat(response.body()).contains("\"%s\":%s".formatted(parameter, kept));
    }
}

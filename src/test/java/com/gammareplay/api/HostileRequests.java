package com.gammareplay.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** Makes requests that no decent client would send from the description of the API; the same seed, the same ones. */
final class HostileRequests {

    private static final List<String> METHODS = List.of(
            "GET",
            "POST",
            "PUT",
            "PATCH",
            "DELETE",
            "HEAD",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "PROPFIND",
            "get",
            "A",
            "PRI");

    private static final List<String> PATHS = List.of(
            "/..;/api/v1/backtests",
            "/api/v1/../../etc/passwd",
            "/api/v1/%2e%2e/%2e%2e/etc/passwd",
            "//api//v1",
            "/api/v1/backtests;a=b",
            "/api/v1/backtests/%00",
            "/api/v1/backtests/%zz",
            "/%c0%ae%c0%ae/",
            "/api/v1/backtests/%ff",
            "/api\\v1\\backtests",
            "/api/v1/backtests/..%2f..%2f",
            "/actuator/..;/env",
            "/actuator/env",
            "/error",
            "/api/v1/backtests%0d%0aX: y",
            "*",
            "http://elsewhere/",
            "/" + "a/".repeat(2000),
            "/swagger-ui/..%5c..%5c",
            "/v3/api-docs/../../x",
            "/webjars/",
            "/static/",
            "/WEB-INF/web.xml",
            "/%",
            "/?%",
            "");

    private static final List<String> HEADERS = List.of(
            "X-Request-Id: \u0001",
            "X-Request-Id: " + "x".repeat(5000),
            "Host: a, b",
            "Host: ",
            "Host: localhost",
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Content-Length: 5",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: x",
            "Expect: 100-continue",
            "Expect: x",
            "Accept: \u00ff/\u00fe",
            "Accept: " + "a/b,".repeat(500),
            "Accept: */*;q=x",
            "Accept: ",
            "Accept: ,",
            "Accept: */json",
            "Accept: application/json;q=2",
            "Accept: application/json;q=0, text/csv;q=0",
            "Accept: application/json;charset=x",
            "Accept: application/json;charset=\"",
            "Accept: text/event-stream",
            "Accept: text/html\r\nAccept: x",
            "Accept-Encoding: x;q=9",
            "Content-Type: application/json;charset=x",
            "Content-Type: ;;;",
            "Content-Encoding: gzip",
            "Authorization: Bearer " + "x".repeat(3000),
            "Authorization: ",
            "X-API-Key: \u0000",
            "Range: bytes=9-1",
            "If-None-Match: \"",
            "If-None-Match: *",
            "If-Modified-Since: x",
            "Origin: x",
            "Origin: null",
            "Cookie: JSESSIONID=../..",
            "X-Forwarded-For: 1",
            "X-HTTP-Method-Override: DELETE",
            ": x",
            "no colon",
            "Upgrade: h2c\r\nConnection: Upgrade",
            "Idempotency-Key: " + "k".repeat(300),
            "Idempotency-Key: \u00c3\u0089",
            "Idempotency-Key: \u00c3\u00a9",
            "Idempotency-Key: a b",
            "Idempotency-Key: 1\r\nIdempotency-Key: 2",
            "Accept: \u0080",
            "Accept: text/csv",
            "Accept: text/csv;q=0.1, application/x-ndjson",
            "Accept: application/x-ndjson;charset=\u00c3\u0089",
            "X-Other: \u0085\u009f",
            "User-Agent: \u00e2\u0080\u00a8",
            "Last-Event-ID: \u00c2\u0085",
            "Last-Event-ID: 1-99999999999999999999-RUNNING",
            "Last-Event-ID: 0-0-QUEUED",
            "Last-Event-ID: 1--1-SUCCEEDED-end",
            "Last-Event-ID: -1");

    /** As they stand in a path. */
    private static final List<String> QUERIES = List.of(
            "%01=1",
            "%C2%85=1",
            "%7f",
            "a%00b=c",
            "=",
            "&&&",
            "limit",
            "limit=&limit=",
            "limit[]=1",
            "LIMIT=1",
            "cursor=AAAAAAAAAAI",
            "cursor=LTE",
            "cursor=%ff",
            "x=" + "y".repeat(3000),
            "a=1&".repeat(500),
            "%zz",
            "%C3%28=1",
            "page=1;limit=2",
            "status=SUCCEEDED'--",
            "sort=-created,%0a");

    /** Dates, balances and names that only the real reader of requests looks into. */
    private static final List<Raw> BODIES = List.of(
            Raw.of("{\"dataset\":\"../demo\"}"),
            Raw.of("{\"dataset\":\"demo.db\"}"),
            Raw.of("{\"dataset\":\"demo\\u0000\"}"),
            Raw.of("{\"dataset\":\"/etc/passwd\"}"),
            Raw.of("{\"dataset\":\"demo\",\"from\":\"2025-11-25\",\"to\":\"2025-11-24\"}"),
            Raw.of("{\"dataset\":\"demo\",\"from\":\"+999999999-12-31\"}"),
            Raw.of("{\"dataset\":\"demo\",\"from\":\"-999999999-01-01\",\"to\":\"+999999999-12-31\"}"),
            Raw.of("{\"dataset\":\"demo\",\"from\":\"2025-11-29\",\"to\":\"2025-11-30\"}"),
            Raw.of("{\"dataset\":\"demo\",\"startingBalance\":0.001}"),
            Raw.of("{\"dataset\":\"demo\",\"startingBalance\":1e-320}"),
            Raw.of("{\"dataset\":\"demo\",\"requireCoverage\":1.0000000000000000000001}"),
            Raw.of("{\"dataset\":\"demo\",\"indices\":[]}"),
            Raw.of("{\"dataset\":\"demo\",\"indices\":[null,\"SPX\",\"SPX\",\"spx\"]}"),
            Raw.of("{\"dataset\":\"demo\",\"databaseZone\":\"Mars/Base\"}"),
            Raw.of("{\"dataset\":\"demo\",\"parameters\":{\"entryTimes\":[\"25:00\",\"10:00\",\"10:00\",null]}}"),
            Raw.of("{\"base\":{\"dataset\":\"demo\"},\"grid\":{\"step\":[]}}"),
            Raw.of("{\"base\":{\"dataset\":\"demo\"},\"ranges\":{\"step\":{\"min\":1,\"max\":1e18,\"step\":1e-9}}}"),
            Raw.of("{\"base\":{\"dataset\":\"demo\"},\"samples\":9223372036854775808,\"seed\":-1}"),
            Raw.of("{\"base\":[],\"walkForward\":{\"trainSessions\":-1}}"),
            Raw.of("{\"source\":\"demo\",\"speed\":1e18,\"earlierPnl\":[null,1e308,\"1\"]}"),
            Raw.of("{\"source\":\"tradier\",\"date\":\"2025-11-24\"}"),
            Raw.of("{\"paperSession\":\"../demo\"}"),
            Raw.of("{\"backtest\":\"../demo\",\"csv\":\"index\\n\\\"\\u0000\",\"columns\":{\"index\":\"\"}}"),
            reconciliation(
                    "index,entryTime,strikes,credit,pnl\\n" + "\\u0000,9999-99-99 99:99Z,1/2,1e9,NaN\\n".repeat(500)),
            reconciliation("index,entryTime,strikes,credit,pnl\\nSPX,0000-01-01 00:00,/,-1,99999999999999999999"),
            reconciliation(",".repeat(20_000)),
            reconciliation("\\n".repeat(20_000)));

    private static Raw reconciliation(String csv) {
        return Raw.of("{\"backtest\":\"\",\"zone\":\"America/New_York\",\"csv\":\"" + csv + "\"}");
    }

    private static final List<Object> VALUES = List.of(
            "",
            " ",
            "\u0000",
            "\uD800",
            "\uD83D\uDE00".repeat(100),
            "' or '1'='1",
            "${7*7}",
            "%n%s",
            "../../etc/passwd",
            "a".repeat(5000),
            "2026-02-30",
            "0000-00-00",
            "9999999-01-01",
            "2026-1-1",
            "NaN",
            "null",
            "-0",
            "1e400",
            Raw.of("1e999999999"),
            Raw.of("-1e999999999"),
            Raw.of("9".repeat(900)),
            Raw.of("1e-999999999"),
            Raw.of("1e2147483648"),
            Raw.of("-1e99999999999999999999"),
            Raw.of("1e-2147483649"),
            Raw.of("0e9223372036854775808"),
            Raw.of("0.0000000000000000000000001"),
            Raw.of("NaN"),
            Raw.of("01"),
            Raw.of("[".repeat(40) + "]".repeat(40)),
            Raw.of("{\"a\":".repeat(40) + "1" + "}".repeat(40)),
            Raw.of("null"),
            Raw.of("true"),
            Raw.of("{}"),
            Raw.of("[]"),
            Raw.of("[null]"),
            Raw.of("[[]]"),
            Raw.of("'x'"),
            Raw.of("\"\\u\""),
            Raw.of(""),
            -1,
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            0.1,
            1e300);

    /** Fields of a body that name backtests. */
    private static final List<String> COMPARED = List.of("left", "right");

    private final SplittableRandom random;
    private final List<Operation> operations;
    private final Existing existing;

    /** Names of what the service has, for the place of {@code {id}} and {@code {name}}. */
    record Existing(String dataset, List<String> backtests, List<String> sweeps, List<String> papers) {}

    /** JSON, or what looks like it. */
    private record Raw(String text) {
        static Raw of(String text) {
            return new Raw(text);
        }
    }

    private record Operation(
            String method,
            String path,
            List<String> query,
            @Nullable Map<String, Object> body) {}

    HostileRequests(Path description, Existing existing, long seed) throws IOException {
        this.existing = existing;
        random = new SplittableRandom(seed);
        Map<String, Object> api =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(description));
        operations = operations(api);
    }

    private static List<Operation> operations(Map<String, Object> api) {
        var operations = new ArrayList<Operation>();
        map(api.get("paths"))
                .forEach((path, item) -> map(item)
                        .forEach((method, operation) -> operations.add(operation(method, path, map(operation)))));
        return operations;
    }

    private static Operation operation(String method, String path, Map<String, Object> described) {
        var query = new ArrayList<String>();
        if (described.get("parameters") instanceof List<?> parameters) {
            for (var parameter : parameters) {
                if ("query".equals(map(parameter).get("in"))) {
                    query.add(String.valueOf(map(parameter).get("name")));
                }
            }
        }
        var body = described.get("requestBody") instanceof Map<?, ?> request
                ? map(map(map(map(request).get("content")).get("application/json"))
                        .get("example"))
                : null;
        return new Operation(method.toUpperCase(Locale.ROOT), path, query, body);
    }

    @SuppressWarnings("unchecked") // the keys of YAML's mappings are texts here
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** The bytes of the next request, one character each. */
    String next() {
        var operation = pick(operations);
        var method = oneIn(5) ? pick(METHODS) : operation.method();
        var path = oneIn(5) ? pick(PATHS) : path(operation, method.equals("DELETE"));
        var body = body(operation);
        var headers = new ArrayList<>(List.of("Connection: close"));
        if (!oneIn(30)) {
            headers.add("Host: localhost");
        }
        if (!body.isEmpty() && !oneIn(20)) {
            headers.add(oneIn(10) ? "Content-Type: text/plain" : "Content-Type: application/json");
            headers.add("Content-Length: " + body.length());
        }
        if (oneIn(3)) {
            headers.add(pick(HEADERS));
        }
        var version = oneIn(40) ? pick(List.of("HTTP/1.0", "HTTP/9.9", "HTTP/2.0", "x", "")) : "HTTP/1.1";
        return method + " " + path + " " + version + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n" + body;
    }

    /** What exists is looked at and cancelled, but stays: all later requests need it. */
    private String path(Operation operation, boolean isDeletion) {
        var isReal = !isDeletion && !oneIn(3);
        var jobs = jobs(operation.path());
        var path = operation
                .path()
                .replace("{id}", isReal ? pick(jobs) : escaped())
                .replace("{name}", isReal ? existing.dataset() : escaped());
        if (oneIn(6)) {
            return path + "?" + pick(QUERIES);
        }
        var query = operation.query().stream()
                .filter(_ -> oneIn(2))
                .map(name -> name + "=" + escaped())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private List<String> jobs(String path) {
        if (path.startsWith("/api/v1/paper-sessions")) {
            return existing.papers();
        }
        return path.startsWith("/api/v1/sweeps") ? existing.sweeps() : existing.backtests();
    }

    /** A value as a path or a query may have it, or may not. */
    private String escaped() {
        var text = pick(VALUES) instanceof Raw(var raw) ? raw : String.valueOf(pick(VALUES));
        var shown = text.length() > 300 ? text.substring(0, 300) : text;
        var escaped = new StringBuilder();
        for (var octet : shown.getBytes(StandardCharsets.UTF_8)) {
            var isPlain = Character.isLetterOrDigit(octet) && octet > 0;
            escaped.append(
                    isPlain
                            ? String.valueOf((char) octet)
                            : "%" + HexFormat.of().toHexDigits(octet));
        }
        return escaped.toString();
    }

    private String body(Operation operation) {
        if (operation.body() == null) {
            return oneIn(20) ? "{}" : "";
        }
        if (oneIn(4)) {
            return bytes(pick(BODIES).text());
        }
        var fields = new LinkedHashMap<>(operation.body());
        COMPARED.forEach(side -> fields.computeIfPresent(side, (_, _) -> pick(existing.backtests())));
        for (var changes = random.nextInt(1, 4); changes > 0; changes--) {
            change(fields);
        }
        var json = bytes(json(fields));
        return oneIn(15) ? json.substring(0, random.nextInt(json.length() + 1)) : json;
    }

    private void change(Map<String, Object> fields) {
        var names = List.copyOf(fields.keySet());
        var name = oneIn(6) || names.isEmpty() ? String.valueOf(pick(VALUES)) : pick(names);
        if (fields.get(name) instanceof Map<?, ?> inner && !oneIn(4)) {
            var changed = new LinkedHashMap<>(map(inner));
            change(changed);
            fields.put(name, changed);
        } else if (fields.get(name) instanceof List<?> list && !oneIn(4)) {
            var changed = new ArrayList<Object>(list);
            changed.add(pick(VALUES));
            fields.put(name, changed);
        } else if (oneIn(8)) {
            fields.remove(name);
        } else {
            fields.put(name, pick(VALUES));
        }
    }

    private static String json(@Nullable Object value) {
        return switch (value) {
            case Raw(var text) -> text;
            case Map<?, ?> fields ->
                fields.entrySet().stream()
                        .map(field -> json(String.valueOf(field.getKey())) + ":" + json(field.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case List<?> list -> list.stream().map(HostileRequests::json).collect(Collectors.joining(",", "[", "]"));
            case String text ->
                text.contains("\uD800") ? "\"\\ud800\"" : JsonMapper.shared().writeValueAsString(text);
            case null -> "null";
            default -> String.valueOf(value);
        };
    }

    /** The octets of a text's UTF-8 as characters. */
    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}

package com.gammareplay.testing;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;
import tools.jackson.databind.JsonNode;

/** Cases of single rules with the answers of an independent implementation. */
public final class Vectors {

    private Vectors() {}

    /** Input and expected answer of every case of a file, named by its note. */
    public static List<Arguments> cases(String file) {
        var document = TestData.json(TestData.folder().resolve("spec/vectors").resolve(file));
        var cases = new ArrayList<Arguments>();
        for (var one : document.path("cases")) {
            var name = cases.size() + 1 + " " + one.path("note").asString("");
            cases.add(Arguments.of(name, one.path("input"), one.path("expected")));
        }
        return cases;
    }

    /** The legs of an expected answer, such as {@code SHORT CALL 6070}. */
    public static List<String> legs(JsonNode expected) {
        var legs = new ArrayList<String>();
        for (var leg : expected.path("legs")) {
            legs.add(leg.path("side").asString() + " " + leg.path("right").asString() + " "
                    + leg.path("strike").asInt());
        }
        return legs;
    }
}

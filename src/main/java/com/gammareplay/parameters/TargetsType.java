package com.gammareplay.parameters;

import com.gammareplay.bot.ProfitTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The points of a profit target: a list of {"hours", "fraction"}, hours rising. */
record TargetsType() implements ParameterType<ProfitTarget> {
    private static final DecimalType NUMBER = new DecimalType(-100, 100);
    private static final String FORM = "a list of {\"hours\": number, \"fraction\": number}";

    @Override
    public ProfitTarget read(@Nullable Object plain) {
        var points = new ArrayList<ProfitTarget.Point>();
        for (var element : PlainValues.list(plain, FORM)) {
            points.add(point(element));
        }
        return new ProfitTarget(points);
    }

    private static ProfitTarget.Point point(@Nullable Object plain) {
        if (plain instanceof Map<?, ?> map
                && map.size() == 2
                && map.containsKey("hours")
                && map.containsKey("fraction")) {
            return new ProfitTarget.Point(NUMBER.read(map.get("hours")), NUMBER.read(map.get("fraction")));
        }
        throw PlainValues.mustBe(FORM, plain);
    }

    @Override
    public Object write(ProfitTarget value) {
        return value.points().stream().map(TargetsType::written).toList();
    }

    private static Map<String, Object> written(ProfitTarget.Point point) {
        var map = new LinkedHashMap<String, Object>();
        map.put("hours", point.hours());
        map.put("fraction", point.fraction());
        return map;
    }

    @Override
    public String name() {
        return "array";
    }

    @Override
    public String range() {
        return "hours rising, both numbers " + NUMBER.range();
    }
}

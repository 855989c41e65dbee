package com.gammareplay.api.backtests;

import com.gammareplay.api.conventions.RawJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the decisions. */
record DecisionPage(List<RawJson> items, @Nullable String next) implements DecisionAnswer {}

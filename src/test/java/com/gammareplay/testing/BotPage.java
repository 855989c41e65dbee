package com.gammareplay.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page that explains the bot. */
public final class BotPage {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

    private BotPage() {}

    /** All words from one heading to another. */
    public static Set<String> words(String from, String until) throws IOException {
        var page = Files.readString(Path.of("docs", "bot.md"));
        var section = page.substring(page.indexOf("\n" + from + "\n"), page.indexOf("\n" + until + "\n"));
        return WORD.matcher(section).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}

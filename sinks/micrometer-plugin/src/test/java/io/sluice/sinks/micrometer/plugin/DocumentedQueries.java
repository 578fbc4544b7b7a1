package io.sluice.sinks.micrometer.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The queries of the page about telemetry. */
final class DocumentedQueries {

  private static final Pattern QUERY = Pattern.compile("```promql\n(.+?)\n```", Pattern.DOTALL);

  private DocumentedQueries() {}

  static List<String> read() throws IOException {
    String page = Files.readString(Path.of("..", "..", "docs", "telemetry.md"));
    return QUERY.matcher(page).results().map(found -> found.group(1)).toList();
  }
}

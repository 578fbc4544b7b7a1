package io.sluice.sinks.file;

import io.sluice.chat.ChatRequest;
import io.sluice.sink.StreamContext;
import io.sluice.text.NearestName;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path whose file name is completed with values of the run. Each value is reduced to characters
 * that are harmless in a name on every system, so that no model's name leads into another folder.
 */
final class PathTemplate {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)\\}");
  private static final List<String> KNOWN = List.of("date", "id", "model", "time");
  private static final Pattern HARMFUL = Pattern.compile("^\\.+|[^A-Za-z0-9._-]+");
  private static final int LONGEST_VALUE = 64;

  private final Path path;

  private PathTemplate(Path path) {
    this.path = path;
  }

  /**
   * Parses {@code {date}}, {@code {time}}, {@code {model}} and {@code {id}} in the file's name.
   *
   * @throws IllegalArgumentException with a one-line message, if there is another placeholder, or
   *     one in a folder
   */
  static PathTemplate of(Path path) {
    Path folder = path.getParent();
    if (folder != null && PLACEHOLDER.matcher(folder.toString()).find()) {
      throw new IllegalArgumentException(
          path + " has a placeholder in the name of a folder; use them in the file's name only");
    }
    Matcher matcher = PLACEHOLDER.matcher(path.toString());
    while (matcher.find()) {
      if (!KNOWN.contains(matcher.group(1))) {
        throw new IllegalArgumentException(
            NearestName.unknown("placeholder", matcher.group(1), KNOWN));
      }
    }
    return new PathTemplate(path);
  }

  /** The path of one run, in the folder of this one; {@code zone} is used for its date and time. */
  Path of(StreamContext context, ZoneId zone) {
    Path name = path.getFileName();
    if (name == null) {
      return path;
    }
    ZonedDateTime started = context.started().atZone(zone);
    return path.resolveSibling(
        PLACEHOLDER
            .matcher(name.toString())
            .replaceAll(found -> harmless(value(found.group(1), context, started))));
  }

  private static String value(String placeholder, StreamContext context, ZonedDateTime started) {
    return switch (placeholder) {
      case "date" -> started.format(DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT));
      case "time" -> started.format(DateTimeFormatter.ofPattern("HH-mm-ss", Locale.ROOT));
      case "model" -> context.request().map(ChatRequest::model).orElse("");
      default -> context.id();
    };
  }

  private static String harmless(String value) {
    String bounded = value.substring(0, Math.min(value.length(), LONGEST_VALUE));
    String part = HARMFUL.matcher(bounded).replaceAll("-");
    return part.isEmpty() ? "unknown" : part;
  }
}

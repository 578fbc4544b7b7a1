package io.sluice.cli.archive;

import io.sluice.sinks.sqlite.Archive;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shortens the ids of runs to their endings, which are accepted wherever an id is. An ending that
 * several ids share is not used. Immutable.
 */
public final class ShortIds {
  private static final Pattern ID = Pattern.compile("\\d{8}-\\d{6}-(\\w{6})");

  private final Set<String> shared;

  private ShortIds(Set<String> shared) {
    this.shared = shared;
  }

  /** Returns the short ids of an archive as it is now. */
  public static ShortIds of(Archive archive) throws IOException {
    return new ShortIds(archive.sharedEndings());
  }

  /** The ending of an id of ours; any other name is left as it is. */
  public String shortened(String id) {
    Matcher ours = ID.matcher(id);
    return ours.matches() && !shared.contains(ours.group(1)) ? ours.group(1) : id;
  }
}

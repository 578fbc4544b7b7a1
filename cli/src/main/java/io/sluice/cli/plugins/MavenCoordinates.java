package io.sluice.cli.plugins;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a jar in a Maven repository. */
record MavenCoordinates(String group, String artifact, String version) {
  private static final String WORD = "([A-Za-z0-9_][A-Za-z0-9_+-]*(?:\\.[A-Za-z0-9_+-]+)*)";
  private static final Pattern FORM = Pattern.compile(WORD + ":" + WORD + ":" + WORD);

  /** Reads {@code GROUP:ARTIFACT:VERSION}; empty if the text is something else. */
  static Optional<MavenCoordinates> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new MavenCoordinates(form.group(1), form.group(2), form.group(3)))
        : Optional.empty();
  }

  /** Where the jar is in a repository, with {@code /} between folders. */
  String path() {
    return group.replace('.', '/') + "/" + artifact + "/" + version + "/" + fileName();
  }

  String fileName() {
    return artifact + "-" + version + ".jar";
  }

  boolean isSnapshot() {
    return version.endsWith("-SNAPSHOT");
  }

  @Override
  public String toString() {
    return group + ":" + artifact + ":" + version;
  }
}

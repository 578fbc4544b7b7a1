package io.sluice.cli.run;

import io.sluice.cli.dropin.DropInJar;
import io.sluice.cli.terminal.Notices;
import io.sluice.plugin.BrokenPluginException;
import io.sluice.plugin.Plugins;
import io.sluice.plugin.UnknownNameException;
import io.sluice.settings.ReadableFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The jars with plugins that are loaded besides the built-in ones.
 *
 * @param paths the jars, in the order in which they are loaded
 * @param untrusted what to say of the working folder's plugins if they are left out, in one line
 * @param own the user's own plugin folder, unless there is no home
 */
public record PluginJars(List<Path> paths, Optional<String> untrusted, Optional<Path> own) {
  /**
   * The jars of the plugin folders that count, each folder's by name; then those named by {@code
   * --plugin}.
   */
  public static PluginJars of(PluginOptions options, Notices notices) {
    List<Path> jars = new ArrayList<>();
    List<Path> left = new ArrayList<>();
    Optional<String> untrusted = Optional.empty();
    List<PluginFolder> folders = options.fromFolders() ? PluginFolder.of(options) : List.of();
    for (PluginFolder folder : folders) {
      List<Path> found = folder.jars(notices);
      if (folder.untrusted().isEmpty()) {
        jars.addAll(found);
      } else {
        left.addAll(found);
        untrusted = folder.untrusted();
      }
    }
    options.jars().forEach(ReadableFile::check);
    jars.addAll(options.jars());
    List<Path> once = eachOnce(jars);
    boolean leftOut = eachOnce(join(once, left)).size() > once.size();
    return new PluginJars(once, untrusted.filter(reason -> leftOut), options.own());
  }

  /** Says what is wrong with the plugins, but for what these questions will say anyway. */
  public void complain(Plugins registry, List<Consumer<Plugins>> asked, Notices notices) {
    List<Exception> later =
        asked.stream().flatMap(each -> refusal(registry, each).stream()).toList();
    List<String> lines = later.stream().map(Exception::getMessage).toList();
    registry.problems().stream().filter(line -> !lines.contains(line)).forEach(notices::error);
    if (later.stream().noneMatch(UnknownNameException.class::isInstance)) {
      untrusted.ifPresent(notices::notice);
    }
  }

  /** Closes the plugins, and says which of them could not be closed. */
  public static void close(Plugins registry, Notices notices) {
    try {
      registry.close();
    } catch (BrokenPluginException first) {
      notices.error(String.valueOf(first.getMessage()));
      for (Throwable other : first.getSuppressed()) {
        notices.error(String.valueOf(other.getMessage()));
      }
    }
  }

  /**
   * A refusal; if it says that a name is unknown, with what may be the reason, or with the jar that
   * brings it.
   */
  public String explained(Exception refused) {
    String line = String.valueOf(refused.getMessage());
    if (refused instanceof UnknownNameException unknown) {
      return absent(unknown)
          .map(jar -> jar.missing(unknown.kind(), own))
          .orElseGet(() -> line + untrusted.map(reason -> "; " + reason).orElse(""));
    }
    return line;
  }

  private static Optional<DropInJar> absent(UnknownNameException unknown) {
    return DropInJar.of(unknown.kind(), unknown.name());
  }

  private static Optional<Exception> refusal(Plugins registry, Consumer<Plugins> asked) {
    try {
      asked.accept(registry);
      return Optional.empty();
    } catch (IllegalArgumentException refused) {
      return Optional.of(refused);
    }
  }

  private static List<Path> join(List<Path> one, List<Path> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  /** A jar that is found in two ways would contradict itself. */
  private static List<Path> eachOnce(List<Path> jars) {
    Map<Path, Path> byPlace = new LinkedHashMap<>();
    jars.forEach(jar -> byPlace.putIfAbsent(PluginFolder.place(jar), jar));
    return List.copyOf(byPlace.values());
  }
}

package io.sluice.cli.run;

import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.terminal.Notices;
import io.sluice.plugin.BrokenPluginException;
import io.sluice.plugin.Plugins;
import io.sluice.plugin.UnknownNameException;
import io.sluice.settings.ReadableFile;
import io.sluice.settings.Trust;
import java.io.IOException;
import java.nio.file.Files;
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
 */
public record PluginJars(List<Path> paths, Optional<String> untrusted) {
  /**
   * The jars of the plugin folders, each folder's by name; then those named by {@code --plugin}.
   * The folder {@code plugins} in the working folder counts if the user trusts it: a clone may
   * bring one, and its jars run with the user's rights.
   */
  public static PluginJars of(PluginOptions options, Notices notices) {
    List<Path> jars = new ArrayList<>();
    List<Path> near = List.of();
    if (options.fromFolders()) {
      options.own().map(own -> inside(own, notices)).ifPresent(jars::addAll);
      near = inside(options.near(), notices);
    }
    Optional<String> untrusted = near.isEmpty() ? Optional.empty() : distrust(options);
    if (untrusted.isEmpty()) {
      jars.addAll(near);
    }
    options.jars().forEach(ReadableFile::check);
    jars.addAll(options.jars());
    List<Path> once = eachOnce(jars);
    boolean leftOut = eachOnce(join(once, near)).size() > once.size();
    return new PluginJars(once, untrusted.filter(reason -> leftOut));
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

  /** A refusal, with what may be the reason if it says that a name is unknown. */
  public String explained(Exception refused) {
    String line = String.valueOf(refused.getMessage());
    return refused instanceof UnknownNameException
        ? line + untrusted.map(reason -> "; " + reason).orElse("")
        : line;
  }

  private static Optional<Exception> refusal(Plugins registry, Consumer<Plugins> asked) {
    try {
      asked.accept(registry);
      return Optional.empty();
    } catch (IllegalArgumentException refused) {
      return Optional.of(refused);
    }
  }

  /** Why the plugins of the working folder do not count, if they do not. */
  private static Optional<String> distrust(PluginOptions options) {
    Path near = options.near();
    boolean isOwn = options.own().map(PluginJars::place).equals(Optional.of(place(near)));
    Trust trust = options.trust();
    return isOwn || trust.covers(near)
        ? Optional.empty()
        : Optional.of(
            "the jars in ./plugins are not loaded, because you do not trust that folder; "
                + trust.remedy(near));
  }

  private static List<Path> inside(Path folder, Notices notices) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException unreadable) {
      notices.error(
          folder + " cannot be listed; check its permissions, or use " + FlagKey.NO_PLUGINS.flag());
      return List.of();
    }
  }

  private static List<Path> join(List<Path> one, List<Path> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  /** A jar that is found in two ways would contradict itself. */
  private static List<Path> eachOnce(List<Path> jars) {
    Map<Path, Path> byPlace = new LinkedHashMap<>();
    jars.forEach(jar -> byPlace.putIfAbsent(place(jar), jar));
    return List.copyOf(byPlace.values());
  }

  private static Path place(Path jar) {
    try {
      return jar.toRealPath();
    } catch (IOException leadsNowhere) {
      return jar;
    }
  }
}

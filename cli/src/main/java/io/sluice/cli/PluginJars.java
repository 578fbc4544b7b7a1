package io.sluice.cli;

import io.sluice.plugin.SinkRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/** Which jars with plugins are loaded besides the built-in ones. */
final class PluginJars {
  private PluginJars() {}

  static OptionSpec jar() {
    return Flag.value("JAR", "a jar with plugins; repeatable", "--plugin");
  }

  static OptionSpec none() {
    return Flag.on("leave out the jars of the plugin folders", "--no-plugins");
  }

  /**
   * The jars of the plugin folders, each folder's by name; then those named by {@code --plugin}.
   */
  static List<Path> of(Call call) {
    List<Path> jars = new ArrayList<>();
    if (!call.arguments().on("--no-plugins")) {
      folders(call.arguments()).forEach(folder -> jars.addAll(inside(folder, call.notices())));
    }
    for (Given jar : call.arguments().values("--plugin")) {
      InputFiles.check(jar.path());
      jars.add(jar.path());
    }
    return eachOnce(jars);
  }

  /** Says what is wrong with the plugins, but for what asking for these sinks will say anyway. */
  static void complain(SinkRegistry registry, List<String> sinks, Notices notices) {
    List<String> later = sinks.stream().flatMap(sink -> refusal(registry, sink).stream()).toList();
    registry.problems().stream().filter(line -> !later.contains(line)).forEach(notices::error);
  }

  private static Optional<String> refusal(SinkRegistry registry, String sink) {
    try {
      registry.factory(sink);
      return Optional.empty();
    } catch (IllegalArgumentException refused) {
      return Optional.ofNullable(refused.getMessage());
    }
  }

  /** That of the user, then that of the folder in which the command was called. */
  private static List<Path> folders(Arguments arguments) {
    List<Path> folders = new ArrayList<>();
    XdgFolders.data(arguments).map(data -> data.resolve("plugins")).ifPresent(folders::add);
    folders.add(Path.of("plugins"));
    return folders;
  }

  private static List<Path> inside(Path folder, Notices notices) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException unreadable) {
      notices.error(folder + " cannot be listed; check its permissions, or use --no-plugins");
      return List.of();
    }
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

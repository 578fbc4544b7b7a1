package io.sluice.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    return Flag.on("leave out the jars of the plugin folder", "--no-plugins");
  }

  /** The jars of the plugin folder by name, then those named by {@code --plugin}. */
  static List<Path> of(Arguments arguments) {
    List<Path> jars = new ArrayList<>();
    if (!arguments.on("--no-plugins")) {
      folder(arguments).ifPresent(folder -> jars.addAll(inside(folder)));
    }
    for (Given jar : arguments.values("--plugin")) {
      InputFiles.check(jar.path());
      jars.add(jar.path());
    }
    return jars;
  }

  /** {@code $XDG_DATA_HOME/sluice/plugins}, which is under the home folder unless it is moved. */
  static Optional<Path> folder(Arguments arguments) {
    Optional<Path> data =
        arguments
            .variable("XDG_DATA_HOME")
            .filter(set -> set.startsWith("/"))
            .map(Path::of)
            .or(
                () ->
                    arguments
                        .variable("HOME")
                        .filter(set -> !set.isBlank())
                        .map(home -> Path.of(home, ".local", "share")));
    return data.map(folder -> folder.resolve("sluice").resolve("plugins"));
  }

  private static List<Path> inside(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UsageException(folder + " cannot be listed; use --no-plugins", unreadable);
    }
  }
}

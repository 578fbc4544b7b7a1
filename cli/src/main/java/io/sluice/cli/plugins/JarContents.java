package io.sluice.cli.plugins;

import io.sluice.cli.terminal.TerminalText;
import io.sluice.plugin.BrokenPluginException;
import io.sluice.plugin.Catalog;
import io.sluice.plugin.PluginKind;
import io.sluice.plugin.Plugins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a jar brings; looking runs the code of its plugin.
 *
 * @param extensions the names of its sinks, sources of runs, stages, dialects and queues
 * @param problems what is wrong with it, a line each
 */
record JarContents(List<Extension> extensions, List<String> problems) {

  JarContents {
    extensions = List.copyOf(extensions);
    problems = List.copyOf(problems);
  }

  /** Of a jar beside the built-in plugins. */
  static JarContents of(Path jar) {
    return of(jar, List.of());
  }

  /** Of a jar that is loaded beside others: a name that both have is a problem. */
  static JarContents of(Path jar, List<Path> others) {
    List<Path> jars = new ArrayList<>(others);
    jars.add(jar);
    try (var registry = Plugins.load(jars)) {
      List<Extension> extensions = new ArrayList<>();
      List<String> problems = new ArrayList<>();
      for (var kind :
          List.of(
              PluginKind.SINK,
              PluginKind.RUN_SOURCE,
              PluginKind.STAGE,
              PluginKind.DIALECT,
              PluginKind.QUEUE)) {
        Catalog<?> catalog = registry.catalog(kind);
        catalog.names().stream()
            .filter(name -> catalog.origin(name).equals(jar.toString()))
            .map(name -> new Extension(kind.word(), name))
            .forEach(extensions::add);
      }
      extensions.forEach(extension -> describe(registry, extension, problems));
      registry.problems().stream()
          .filter(line -> line.contains(jar.toString()))
          .forEach(problems::add);
      return new JarContents(extensions, problems);
    }
  }

  /** What it brings and what is wrong with it, for people; never empty. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    extensions.forEach(extension -> lines.add(extension.kind() + " " + extension.name()));
    problems.forEach(problem -> lines.add(TerminalText.of(problem)));
    return lines;
  }

  boolean brings(String name) {
    return extensions.stream().anyMatch(extension -> extension.name().equals(name));
  }

  /** A factory of another version of Sluice may fail only when it is called. */
  private static void describe(Plugins registry, Extension extension, List<String> problems) {
    try {
      if (extension.kind().equals(PluginKind.SINK.word())) {
        registry.description(extension.name());
      } else if (extension.kind().equals(PluginKind.STAGE.word())) {
        registry.stageDescription(extension.name());
      } else if (extension.kind().equals(PluginKind.QUEUE.word())) {
        registry.queueDescription(extension.name());
      } else if (extension.kind().equals(PluginKind.RUN_SOURCE.word())) {
        registry.runSourceDescription(extension.name());
      }
    } catch (BrokenPluginException broken) {
      problems.add(broken.getMessage());
    }
  }

  /** A sink or another extension, by its kind and its name. */
  record Extension(String kind, String name) {}
}

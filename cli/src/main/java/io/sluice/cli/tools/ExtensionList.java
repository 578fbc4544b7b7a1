package io.sluice.cli.tools;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.dropin.DropInJar;
import io.sluice.cli.run.PluginJars;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.TerminalText;
import io.sluice.plugin.BrokenPluginException;
import io.sluice.plugin.ExtensionDescription;
import io.sluice.plugin.PluginKind;
import io.sluice.plugin.Plugins;
import io.sluice.sink.SinkOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Prints the extensions of one kind, or one of them with its options.
 *
 * @param kind the kind
 * @param descriptions describes the extension of a name
 */
record ExtensionList(
    PluginKind<?> kind, BiFunction<Plugins, String, ExtensionDescription> descriptions) {

  ExitCode print(Arguments arguments, Call call) throws IOException {
    ExtensionOptions options = ExtensionOptions.of(arguments);
    Optional<String> name = options.name();
    PluginJars jars = PluginJars.of(options.plugins(), call.notices());
    Plugins registry = Plugins.load(jars.paths());
    try {
      jars.complain(registry, name.stream().map(this::asked).toList(), call.notices());
      String text =
          name.isPresent() ? details(registry, name.get()) : list(registry, jars.own(), call);
      call.streams().out().print(text);
      return ExitCode.COMPLETED;
    } catch (IllegalArgumentException unknown) {
      throw new UsageException(jars.explained(unknown), unknown);
    } finally {
      PluginJars.close(registry, call.notices());
    }
  }

  private Consumer<Plugins> asked(String name) {
    return registry -> registry.catalog(kind).get(name);
  }

  private String list(Plugins registry, Optional<Path> folder, Call call) {
    var text = new StringBuilder();
    for (String name : registry.catalog(kind).names()) {
      try {
        ExtensionDescription one = descriptions.apply(registry, name);
        text.append(line(name, one.text() + " (" + one.origin() + ")"));
      } catch (BrokenPluginException broken) {
        call.notices().error(complaint(name, broken));
      }
    }
    absent(registry).forEach(jar -> text.append(line(jar.sink(), jar.listed(kind.word(), folder))));
    return text.toString();
  }

  /** The jars of Sluice that bring some and were not added. */
  private List<DropInJar> absent(Plugins registry) {
    return DropInJar.all().stream()
        .filter(jar -> jar.kinds().contains(kind.word()))
        .filter(jar -> registry.catalog(kind).find(jar.sink()).isEmpty())
        .toList();
  }

  private static String line(String name, String text) {
    return String.format("%-10s %s%n", name, TerminalText.of(text));
  }

  private String details(Plugins registry, String name) {
    ExtensionDescription one = described(registry, name);
    var text = new StringBuilder();
    text.append(name).append(": ").append(TerminalText.of(one.text())).append('\n');
    text.append("from: ").append(TerminalText.of(one.origin())).append('\n');
    if (one.options().isEmpty()) {
      return text.append("options: none\n").toString();
    }
    text.append("options:\n");
    int widest = one.options().stream().mapToInt(o -> value(o).length()).max().orElse(1);
    for (SinkOption option : one.options()) {
      String description = TerminalText.of(option.description());
      text.append(String.format("  %-" + widest + "s  %s%n", value(option), description));
    }
    return text.toString();
  }

  private ExtensionDescription described(Plugins registry, String name) {
    try {
      return descriptions.apply(registry, name);
    } catch (BrokenPluginException broken) {
      throw new UsageException(complaint(name, broken), broken);
    }
  }

  private String complaint(String name, BrokenPluginException broken) {
    return kind.word() + " '" + name + "': " + broken.getMessage();
  }

  /** What may be written, as in {@code overwrite=true|false (false)}. */
  private static String value(SinkOption option) {
    String standard = option.standard().map(value -> " (" + value + ")").orElse("");
    return TerminalText.of(option.usage() + (option.isRequired() ? " (required)" : standard));
  }
}

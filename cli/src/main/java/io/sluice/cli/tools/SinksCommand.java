package io.sluice.cli.tools;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.Help;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.run.PluginJars;
import io.sluice.cli.run.PluginOptions;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.TerminalText;
import io.sluice.plugin.BrokenPluginException;
import io.sluice.plugin.Plugins;
import io.sluice.plugin.SinkDescription;
import io.sluice.sink.SinkOption;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/** Lists the sinks there are. */
public final class SinksCommand implements Command {
  @Override
  public String name() {
    return "sinks";
  }

  @Override
  public String summary() {
    return "lists the sinks there are, where they come from, and their options";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("sluice sinks", "all of them"),
        new Example("sluice sinks file", "one, with its options"));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "sinks [NAME] [flags]");
    spec.addPositional(Flag.words("NAME", "one sink, with its options"));
    spec.addOption(PluginOptions.jarFlag());
    spec.addOption(PluginOptions.noneFlag());
    spec.addOption(OutputFlags.debug());
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    SinksOptions options = SinksOptions.of(arguments);
    Optional<String> name = options.name();
    PluginJars jars = PluginJars.of(options.plugins(), call.notices());
    try (var registry = Plugins.load(jars.paths())) {
      jars.complain(registry, name.stream().map(SinksCommand::asked).toList(), call.notices());
      String text = name.isPresent() ? details(registry, name.get()) : list(registry, call);
      call.streams().out().print(text);
      return ExitCode.COMPLETED;
    } catch (IllegalArgumentException unknown) {
      throw new UsageException(jars.explained(unknown), unknown);
    }
  }

  private static Consumer<Plugins> asked(String name) {
    return registry -> registry.sinks().get(name);
  }

  private static String list(Plugins registry, Call call) {
    var text = new StringBuilder();
    for (String name : registry.sinks().names()) {
      try {
        SinkDescription sink = registry.description(name);
        String what = TerminalText.of(sink.text());
        text.append(String.format("%-10s %s (%s)%n", name, what, TerminalText.of(sink.origin())));
      } catch (BrokenPluginException broken) {
        call.notices().error(sink(name, broken));
      }
    }
    return text.toString();
  }

  private static String details(Plugins registry, String name) {
    SinkDescription sink = described(registry, name);
    var text = new StringBuilder();
    text.append(name).append(": ").append(TerminalText.of(sink.text())).append('\n');
    text.append("from: ").append(TerminalText.of(sink.origin())).append('\n');
    if (sink.options().isEmpty()) {
      return text.append("options: none\n").toString();
    }
    text.append("options:\n");
    int widest = sink.options().stream().mapToInt(o -> value(o).length()).max().orElse(1);
    for (SinkOption option : sink.options()) {
      String description = TerminalText.of(option.description());
      text.append(String.format("  %-" + widest + "s  %s%n", value(option), description));
    }
    return text.toString();
  }

  private static SinkDescription described(Plugins registry, String name) {
    try {
      return registry.description(name);
    } catch (BrokenPluginException broken) {
      throw new UsageException(sink(name, broken), broken);
    }
  }

  private static String sink(String name, BrokenPluginException broken) {
    return "sink '" + name + "': " + broken.getMessage();
  }

  /** What may be written, as in {@code overwrite=true|false (false)}. */
  private static String value(SinkOption option) {
    String values =
        switch (option.type()) {
          case BOOLEAN -> "true|false";
          case ONE_OF -> String.join("|", option.choices());
          default -> option.type().name().toUpperCase(Locale.ROOT);
        };
    String standard = option.standard().map(value -> " (" + value + ")").orElse("");
    return TerminalText.of(option.name() + "=" + values + standard);
  }
}

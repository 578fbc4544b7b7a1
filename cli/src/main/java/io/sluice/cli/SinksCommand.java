package io.sluice.cli;

import io.sluice.plugin.SinkRegistry;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOption;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** Lists the sinks there are. */
final class SinksCommand implements Command {
  @Override
  public String name() {
    return "sinks";
  }

  @Override
  public String summary() {
    return "lists the sinks there are, where they come from, and their options";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "sinks [NAME] [flags]");
    spec.addPositional(Flag.words("NAME", "one sink, with its options"));
    spec.addOption(PluginJars.jar());
    spec.addOption(PluginJars.none());
    spec.addOption(OutputFlags.debug());
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Call call) throws IOException {
    Words.atMost(1, call.arguments());
    try (var registry = SinkRegistry.load(PluginJars.of(call.arguments()))) {
      registry.problems().forEach(call.notices()::error);
      boolean all = call.arguments().words().isEmpty();
      call.streams()
          .out()
          .print(all ? list(registry) : details(call.arguments().words().get(0), registry));
      return ExitCode.COMPLETED;
    } catch (IllegalArgumentException unknown) {
      throw UsageException.of(unknown);
    }
  }

  private static String list(SinkRegistry registry) {
    var text = new StringBuilder();
    for (String name : registry.names()) {
      String description = OneLine.of(registry.factory(name).description());
      text.append(
          String.format("%-10s %s (%s)%n", name, description, OneLine.of(registry.origin(name))));
    }
    return text.toString();
  }

  private static String details(String name, SinkRegistry registry) {
    SinkFactory factory = registry.factory(name);
    var text = new StringBuilder();
    text.append(name).append(": ").append(OneLine.of(factory.description())).append('\n');
    text.append("from: ").append(OneLine.of(registry.origin(name))).append('\n');
    if (factory.options().isEmpty()) {
      return text.append("options: none\n").toString();
    }
    text.append("options:\n");
    int widest = factory.options().stream().mapToInt(o -> value(o).length()).max().orElse(1);
    for (SinkOption option : factory.options()) {
      String description = OneLine.of(option.description());
      text.append(String.format("  %-" + widest + "s  %s%n", value(option), description));
    }
    return text.toString();
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
    return OneLine.of(option.name() + "=" + values + standard);
  }
}

package io.sluice.cli.config;

import io.sluice.cli.ask.AskCommand;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.Help;
import io.sluice.cli.config.ConfigRows.Row;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.TerminalText;
import io.sluice.json.JsonWriter;
import io.sluice.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Shows what holds, and where it was said. */
public final class ConfigCommand implements Command {
  private static final List<String> VERBS = List.of("show", "path", "init");

  @Override
  public String name() {
    return "config";
  }

  @Override
  public String summary() {
    return "shows the settings that hold and where each was said; begins a file of yours";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("sluice config", "the settings in effect"),
        new Example("sluice config init", "begins a file of yours"),
        new Example(
            "sluice config -t 0 --endpoint ollama -m qwen3 --json", "with those flags too"));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "config [show|path|init] [flags]");
    spec.addPositional(
        Flag.words(
            "show",
            "what holds, with its origin; path: where your file is; init: begin it",
            VERBS));
    spec.addOption(Flag.on(FlagKey.JSON, "print one JSON object"));
    // What 'show' shows is what 'ask' would do, with its flags too; its help lists them.
    for (OptionSpec flag : new AskCommand().spec().options()) {
      if (spec.findOption(flag.longestName()) == null
          && !flag.longestName().equals(FlagKey.HELP.flag())) {
        spec.addOption(OptionSpec.builder(flag).hidden(true).build());
      }
    }
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    arguments.atMostWords(1);
    List<String> words = arguments.words();
    String verb = words.isEmpty() ? "show" : words.get(0);
    String printed =
        switch (verb) {
          case "show" -> shown(ConfigOptions.of(arguments), call);
          case "path" -> file(call) + "\n";
          case "init" -> ConfigSample.write(file(call)) + "\n";
          default ->
              throw new UsageException(
                  "config knows no '" + verb + "'; use " + String.join(", ", VERBS));
        };
    call.streams().out().print(printed);
    return ExitCode.COMPLETED;
  }

  private static Path file(Call call) {
    return Settings.userFile(call.environment())
        .orElseThrow(() -> new UsageException("neither HOME nor XDG_CONFIG_HOME is set; set one"));
  }

  private static String shown(ConfigOptions options, Call call) {
    List<Row> rows = ConfigRows.of(options, call);
    return options.json() ? json(rows, options.settings()) : table(rows, options.settings());
  }

  private static String json(List<Row> rows, Settings settings) {
    return JsonWriter.object(
            text ->
                text.objects("settings", rows, ConfigCommand::write)
                    .strings("files", settings.files().stream().map(Path::toString).toList())
                    .strings("endpoints", settings.endpoints())
                    .strings("prompts", settings.prompts()))
        + "\n";
  }

  private static void write(JsonWriter text, Row row) {
    text.field("key", row.key()).field("value", row.value()).field("from", row.from());
  }

  private static String table(List<Row> rows, Settings settings) {
    int keys = rows.stream().mapToInt(row -> row.key().length()).max().orElse(1);
    int values = rows.stream().mapToInt(row -> row.value().length()).max().orElse(1);
    String form = "%-" + keys + "s  %-" + Math.min(values, 48) + "s  %s%n";
    var text = new StringBuilder();
    for (Row row : rows) {
      text.append(String.format(form, row.key(), row.value(), row.from()));
    }
    List<Path> files = settings.files();
    text.append(files.isEmpty() ? "\nno file was read; 'sluice config init' begins yours\n" : "\n");
    files.forEach(
        file -> text.append("read ").append(TerminalText.of(file.toString())).append('\n'));
    text.append(names("endpoints: ", settings.endpoints()));
    return text.append(names("prompts: ", settings.prompts())).toString();
  }

  private static String names(String beginning, List<String> names) {
    return names.isEmpty() ? "" : beginning + TerminalText.of(String.join(", ", names)) + "\n";
  }
}

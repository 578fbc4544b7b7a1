package io.sluice.cli;

import io.sluice.sink.NearestName;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.TokenEncoding;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Counts tokens offline. */
final class TokensCommand implements Command {
  @Override
  public String name() {
    return "tokens";
  }

  @Override
  public String summary() {
    return "counts tokens, offline";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "tokens [FILE|-]… [flags]");
    spec.addPositional(Flag.words("FILE", "a text; - or none for stdin"));
    spec.addOption(Flag.value("NAME", "count as this model does", "-m", "--model"));
    spec.addOption(
        Flag.value("NAME", "count with " + String.join(", ", TokenEncoding.names()), "--encoding"));
    spec.addOption(Flag.on("print a JSON object for each count", "--json"));
    spec.addOption(Flag.on("count each line apart", "--lines"));
    spec.addOption(
        Flag.value(
            "FIELD",
            "each line is JSON: count this field, a string, an array of deltas or messages",
            "--jsonl-field"));
    spec.addOption(Flag.value("FILE", "count a prompt: messages or a whole request", "--messages"));
    spec.addOption(OutputFlags.debug());
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Call call) throws IOException {
    Arguments arguments = call.arguments();
    var counter = new TextCounter(encoding(arguments), arguments.value("--model"));
    Optional<Given> messages = arguments.value("--messages");
    if (messages.isPresent()) {
      Words.none(arguments);
      String text = InputText.read(messages.get().text(), call.streams());
      new CountLines(call, List.of()).print("", counter.prompt(text));
      return ExitCode.COMPLETED;
    }
    List<String> inputs = arguments.words().isEmpty() ? List.of("-") : arguments.words();
    var lines = new CountLines(call, inputs);
    for (String input : inputs) {
      count(input, InputText.read(input, call.streams()), counter, lines, arguments);
    }
    return ExitCode.COMPLETED;
  }

  private static void count(
      String input, String text, TextCounter counter, CountLines lines, Arguments arguments)
      throws IOException {
    Optional<Given> field = arguments.value("--jsonl-field");
    if (field.isPresent()) {
      long number = 0;
      for (String line : InputText.lines(text)) {
        number++;
        lines.print(counter.field(line, field.get().text(), input + ": line " + number));
      }
    } else if (arguments.on("--lines")) {
      for (String line : InputText.lines(text)) {
        lines.print(input, counter.text(line));
      }
    } else {
      lines.print(input, counter.text(text));
    }
  }

  /** The encoding that was asked for; it then counts for every model. */
  private static Optional<ModelEncoding> encoding(Arguments arguments) {
    return arguments.value("--encoding").map(TokensCommand::named).map(ModelEncoding::chosen);
  }

  private static TokenEncoding named(Given given) {
    return TokenEncoding.named(given.text())
        .orElseThrow(
            () ->
                new UsageException(
                    NearestName.unknown("encoding", given.text(), TokenEncoding.names())));
  }
}

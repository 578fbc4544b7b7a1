package io.sluice.cli.tokens;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.Help;
import io.sluice.cli.command.InputText;
import io.sluice.cli.prompt.MessagesFile;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.settings.FlagKey;
import io.sluice.tokens.TokenCounter;
import io.sluice.tokens.TokenEncoding;
import io.sluice.tokens.prompt.PromptRequest;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Counts tokens offline. */
public final class TokensCommand implements Command {
  @Override
  public String name() {
    return "tokens";
  }

  @Override
  public String summary() {
    return "counts tokens, offline";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("sluice tokens notes.txt", "how many tokens a text is"),
        new Example("sluice tokens --show notes.txt", "which ones"),
        new Example(
            "echo \"How many?\" | sluice tokens --json -m gpt-4o", "a pipe, as gpt-4o counts"));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "tokens [FILE|-]… [flags]");
    spec.addPositional(Flag.words("FILE", "a text; - or none for stdin"));
    spec.addOption(Flag.value(FlagKey.MODEL, "NAME", "count as this model does"));
    spec.addOption(
        Flag.value(
            FlagKey.ENCODING, "NAME", "count with " + String.join(", ", TokenEncoding.names())));
    spec.addOption(Flag.on(FlagKey.JSON, "print a JSON object for each count"));
    spec.addOption(Flag.on(FlagKey.LINES, "count each line apart"));
    spec.addOption(
        Flag.value(
            FlagKey.JSONL_FIELD,
            "FIELD",
            "each line is JSON: count this field, a string, an array of deltas or messages"));
    spec.addOption(
        Flag.value(FlagKey.MESSAGES, "FILE", "count a prompt: messages or a whole request"));
    spec.addOption(
        Flag.value(FlagKey.REQUESTS, "FILE", "each line is a request: print an object for each"));
    spec.addOption(
        Flag.on(FlagKey.SHOW, "show the tokens of a text, or what the parts of a prompt cost"));
    spec.addOption(Flag.on(FlagKey.NO_COLOR, "show them without colours"));
    spec.addOption(OutputFlags.debug());
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    TokensOptions options = TokensOptions.of(arguments);
    if (options.prompt().isPresent()) {
      countPrompt(options.prompt().get(), options, call);
    } else if (options.requests().isPresent()) {
      countRequests(options.requests().get(), options, call);
    } else {
      for (String text : options.texts()) {
        InputText.read(text, call.streams(), use(text, options, call));
      }
    }
    return ExitCode.COMPLETED;
  }

  private static InputText.Use use(String text, TokensOptions options, Call call) {
    TokenModel model = options.model();
    TokenEncoding encoding = model.standard().encoding();
    if (options.show()) {
      return new ShownTokens(call, encoding);
    }
    var counts = new Counts(call.streams().out(), options, text);
    if (options.field().isPresent()) {
      return new CountJsonLines(
          text, new FieldCounter(options.field().get(), model)::count, counts);
    }
    TokenCounter counter = TokenCounter.of(encoding);
    return options.lines() ? new CountLines(counter, counts) : new CountText(counter, counts);
  }

  private static void countPrompt(String input, TokensOptions options, Call call)
      throws IOException {
    PromptReport report =
        MessagesFile.read(
            input,
            call.streams(),
            json -> PromptReport.of(PromptRequest.read(json), options.model()));
    call.streams().out().print(report.text(options));
  }

  private static void countRequests(String input, TokensOptions options, Call call)
      throws IOException {
    var counts = new Counts(call.streams().out(), options, "");
    InputText.read(
        input,
        call.streams(),
        new CountJsonLines(
            input,
            line -> PromptReport.of(PromptRequest.read(line), options.model()).json(),
            counts));
  }
}

package io.sluice.cli.tokens;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.Help;
import io.sluice.cli.command.InputText;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.SettingValue;
import io.sluice.tokens.TokenCounter;
import io.sluice.tokens.TokenEncoding;
import io.sluice.tokens.prompt.PromptRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Counts tokens offline. */
public final class TokensCommand implements Command {
  private static final List<FlagKey> WAYS =
      List.of(FlagKey.LINES, FlagKey.JSONL_FIELD, FlagKey.MESSAGES, FlagKey.REQUESTS, FlagKey.SHOW);

  private static final List<FlagKey> PARTS_OF_A_PROMPT = List.of(FlagKey.MESSAGES, FlagKey.SHOW);

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
            "echo \"How many?\" | sluice tokens --json -m gpt-4o",
            "of a pipe, as that model counts"));
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
  public ExitCode run(Call call) throws IOException {
    Arguments arguments = call.arguments();
    refuseTwoWays(arguments);
    var model = TokenModel.of(arguments);
    Optional<SettingValue> messages = arguments.value(FlagKey.MESSAGES);
    Optional<SettingValue> requests = arguments.value(FlagKey.REQUESTS);
    if (messages.isPresent()) {
      arguments.noWords();
      countPrompt(messages.get().text(), model, call);
    } else if (requests.isPresent()) {
      arguments.noWords();
      countRequests(requests.get().text(), model, call);
    } else {
      countTexts(model, call);
    }
    return ExitCode.COMPLETED;
  }

  private static void countTexts(TokenModel model, Call call) throws IOException {
    List<String> words = call.arguments().words();
    List<String> inputs = words.isEmpty() ? List.of("-") : words;
    for (String input : inputs) {
      String name = inputs.size() > 1 ? input : "";
      InputText.read(input, call.streams(), use(input, name, model, call));
    }
  }

  private static InputText.Use use(String input, String name, TokenModel model, Call call) {
    TokenEncoding encoding = model.standard().encoding();
    if (call.arguments().on(FlagKey.SHOW)) {
      return new ShownTokens(call, encoding);
    }
    var counts = new Counts(call, model.standard(), name);
    Optional<SettingValue> field = call.arguments().value(FlagKey.JSONL_FIELD);
    if (field.isPresent()) {
      return new CountJsonLines(input, new FieldCounter(field.get().text(), model)::count, counts);
    }
    TokenCounter counter = TokenCounter.of(encoding);
    return call.arguments().on(FlagKey.LINES)
        ? new CountLines(counter, counts)
        : new CountText(counter, counts);
  }

  private static void countPrompt(String input, TokenModel model, Call call) throws IOException {
    String json = InputText.read(input, call.streams());
    try {
      PromptReport report = PromptReport.of(PromptRequest.read(json), model);
      call.streams().out().print(report.text(call.arguments()));
    } catch (IllegalArgumentException noPrompt) {
      throw new UsageException(
          input + ": " + noPrompt.getMessage() + "; give an array of messages or a whole request",
          noPrompt);
    }
  }

  private static void countRequests(String input, TokenModel model, Call call) throws IOException {
    var counts = new Counts(call, model.standard(), "");
    InputText.read(
        input,
        call.streams(),
        new CountJsonLines(
            input, line -> PromptReport.of(PromptRequest.read(line), model).json(), counts));
  }

  private static void refuseTwoWays(Arguments arguments) {
    List<FlagKey> given = WAYS.stream().filter(arguments::flagged).toList();
    if (given.size() > 1 && !given.equals(PARTS_OF_A_PROMPT)) {
      throw new UsageException(
          given.get(0).flag()
              + " and "
              + given.get(1).flag()
              + " exclude each other; leave one of them");
    }
  }
}

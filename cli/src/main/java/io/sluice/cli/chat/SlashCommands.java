package io.sluice.cli.chat;

import io.sluice.cli.command.Call;
import io.sluice.cli.run.OutputOptions;
import io.sluice.cli.run.RequestOptions;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.Figures;
import io.sluice.cli.terminal.TerminalText;
import io.sluice.plugin.SinkSpec;
import io.sluice.settings.SettingValue;
import io.sluice.settings.SettingsException;
import io.sluice.tokens.ModelEncoding;
import io.sluice.tokens.TokenCount;
import io.sluice.tokens.prompt.PromptTokens;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Does what lines that begin with a slash ask for. What is said about it goes to stderr. */
final class SlashCommands {
  private static final String NONE = "-";

  private final Call call;
  private final Conversation conversation;
  private final ChatAnswers answers;
  private final WaitingAttachments attachments;
  private final OutputOptions output;

  SlashCommands(
      Call call,
      Conversation conversation,
      ChatAnswers answers,
      WaitingAttachments attachments,
      OutputOptions output) {
    this.call = call;
    this.conversation = conversation;
    this.answers = answers;
    this.attachments = attachments;
    this.output = output;
  }

  /** Does it; what it cannot do becomes a line. */
  Done take(String line) {
    String[] parts = line.strip().split("\\s+", 2);
    String argument = parts.length > 1 ? parts[1] : "";
    Optional<SlashCommand> command = SlashCommand.named(parts[0]);
    if (command.isEmpty()) {
      return refused(SlashCommand.unknown(parts[0]));
    }
    try {
      return take(command.get(), argument);
    } catch (UsageException | SettingsException | IOException | IllegalArgumentException refused) {
      return refused(String.valueOf(refused.getMessage()));
    }
  }

  private Done refused(String why) {
    call.notices().error(why);
    return new Done(Next.GO_ON_REFUSED, Optional.empty());
  }

  private Done take(SlashCommand command, String argument) throws IOException {
    switch (command) {
      case HELP -> SlashCommand.help().lines().forEach(this::say);
      case MODEL -> model(argument);
      case SYSTEM -> system(argument);
      case TEMPERATURE -> temperature(argument);
      case ATTACH -> attach(argument);
      case UNDO -> undo();
      case COPY -> say(AnswerCopy.of(conversation, argument).send(call));
      case SAVE -> say(SavedConversation.save(conversation, argument));
      case TOKENS -> say(tokens());
      case SINKS -> say("each answer goes to: " + String.join(", ", sinks()));
      case CLEAR -> clear();
      case EXIT -> {
        return new Done(Next.LEAVE, Optional.empty());
      }
      case RETRY -> {
        return retry();
      }
    }
    return Done.goOn();
  }

  private void model(String name) {
    if (!name.isEmpty()) {
      conversation.model(name);
      say("model: " + name + "; whether the server has it, the next question shows");
    } else {
      say("model: " + conversation.model());
    }
  }

  private void system(String text) {
    if (!text.isEmpty()) {
      conversation.system(text.equals(NONE) ? Optional.empty() : Optional.of(text));
    }
    say("instructions: " + conversation.system().orElse("none"));
  }

  private void temperature(String text) {
    if (text.equals(NONE)) {
      conversation.temperature(OptionalDouble.empty());
    } else if (!text.isEmpty()) {
      double number = RequestOptions.temperature(new SettingValue("/temperature", text));
      conversation.temperature(OptionalDouble.of(number));
    }
    OptionalDouble set = conversation.temperature();
    say("temperature: " + (set.isPresent() ? shown(set.getAsDouble()) : "the server's own"));
  }

  /** A number as people type it: without a decimal point that says nothing. */
  private static String shown(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private void attach(String name) throws IOException {
    if (name.equals(NONE)) {
      attachments.drop();
    }
    boolean adds = !name.isEmpty() && !name.equals(NONE);
    say(adds ? attachments.add(name, call.streams()) : attachments.list());
  }

  private Done retry() {
    Optional<Question> question = conversation.retry();
    if (question.isEmpty()) {
      say("nothing was asked yet");
    }
    return new Done(Next.GO_ON, question);
  }

  private void undo() throws IOException {
    Optional<String> question = conversation.undo();
    if (question.isEmpty()) {
      say("nothing was answered yet");
      return;
    }
    say("forgotten, with its answer: " + question.get());
    answers.tookBack(conversation);
  }

  private void clear() {
    conversation.clear();
    attachments.drop();
    answers.beginAnew();
    say("a new conversation begins");
  }

  private String tokens() {
    ModelEncoding model = ModelEncoding.of(conversation.model());
    TokenCount counted = new PromptTokens(model).count(conversation.request()).counted();
    return "the conversation so far: "
        + Figures.tokens(counted)
        + " as a prompt ("
        + model.encoding().word()
        + ", "
        + counted.basis().word()
        + ")";
  }

  private List<String> sinks() {
    List<String> names = new ArrayList<>();
    switch (output.owner()) {
      case IMPLIED_CONSOLE -> names.add("the screen");
      case JSON -> names.add("standard output, as JSON");
      case EVENTS -> names.add("standard output, as a transcript");
      case RECORD -> names.add("standard output, as it comes over the wire");
      case NAMED_CONSOLE, COMMAND -> {}
    }
    output.sinks().stream().map(SinkSpec::name).forEach(names::add);
    return names;
  }

  private void say(String line) {
    call.streams().err().println(TerminalText.keepingIndent(line));
  }

  /**
   * What is to be done now.
   *
   * @param next whether the conversation goes on
   * @param ask a question to be asked
   */
  record Done(Next next, Optional<Question> ask) {
    static Done goOn() {
      return new Done(Next.GO_ON, Optional.empty());
    }
  }

  /** Whether the conversation goes on. */
  enum Next {
    GO_ON,
    /** The conversation goes on, but what was asked for could not be done. */
    GO_ON_REFUSED,
    LEAVE
  }
}

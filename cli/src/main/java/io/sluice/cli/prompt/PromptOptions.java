package io.sluice.cli.prompt;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.PromptText;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.StandardStreams;
import io.sluice.json.JsonWriter;
import io.sluice.settings.SettingValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where the prompt of a call is from.
 *
 * @param text the words of the command line, and what is read beside them
 * @param template the text of a prompt that is named, for which they are the input
 * @param files text files that stand before them, {@code -} for stdin
 * @param attachments files and URLs that go with them, {@code -} for stdin
 * @param messages the file with the conversation before them, {@code -} for stdin
 */
public record PromptOptions(
    PromptText text,
    Optional<PromptTemplate> template,
    List<String> files,
    List<String> attachments,
    Optional<String> messages) {
  private static final String STDIN = "-";

  public PromptOptions {
    files = List.copyOf(files);
    attachments = List.copyOf(attachments);
  }

  /** Adds the words of a prompt and its flags. */
  public static void addTo(CommandSpec spec) {
    spec.addPositional(Flag.words("PROMPT", "the question; what is piped in stands before it"));
    spec.addOption(PromptText.editorFlag());
    spec.addOption(
        Flag.value(FlagKey.FILE, "FILE", "a text file that stands before the prompt; repeatable"));
    spec.addOption(attachFlag());
    spec.addOption(PromptFields.flag());
  }

  /** The flag that names a conversation to go on from. */
  public static OptionSpec messagesFlag() {
    return Flag.value(
        FlagKey.MESSAGES, "FILE", "messages or a whole request, which the prompt is added to");
  }

  private static OptionSpec attachFlag() {
    return Flag.value(
        FlagKey.ATTACH, "FILE", "an image, a PDF or a sound; or its URL; - is stdin; repeatable");
  }

  /** Reads the options; refuses stdin where it is named twice. */
  public static PromptOptions of(Arguments arguments) {
    List<String> files = texts(arguments.values(FlagKey.FILE));
    List<String> attachments = texts(arguments.values(FlagKey.ATTACH));
    List<String> all = new ArrayList<>(files);
    all.addAll(attachments);
    Optional<String> messages = arguments.asked(FlagKey.MESSAGES).map(SettingValue::text);
    messages.ifPresent(all::add);
    arguments.value(FlagKey.SCHEMA).map(SettingValue::text).ifPresent(all::add);
    if (Collections.frequency(all, STDIN) > 1) {
      throw new UsageException("- is stdin, which can be read once; name it once");
    }
    PromptText text = PromptText.of(arguments, all.contains(STDIN));
    return new PromptOptions(text, PromptFields.fill(arguments), files, attachments, messages);
  }

  /**
   * Reads the prompt, as {@link #added} does.
   *
   * @throws UsageException in one line, if there is none, or something cannot be sent
   */
  public Message read(Call call) throws IOException {
    return added(call).orElseThrow(PromptText::empty);
  }

  /**
   * Reads the conversation that the prompt goes on from, with the settings that its file has.
   *
   * @throws UsageException in one line, if the file holds none
   */
  public Optional<ChatRequest> begun(StandardStreams streams) throws IOException {
    return messages.isPresent()
        ? Optional.of(MessagesFile.read(messages.get(), streams))
        : Optional.empty();
  }

  /**
   * Reads the prompt: the files, what is piped in, and the words, with the attachments behind them.
   *
   * @return empty, if there is nothing of them
   * @throws UsageException in one line, if something cannot be sent
   */
  public Optional<Message> added(Call call) throws IOException {
    StandardStreams streams = call.streams();
    List<String> texts = new ArrayList<>();
    for (String file : files) {
      texts.add(FencedFile.read(file, streams));
    }
    List<Json> parts = new ArrayList<>();
    for (String attachment : attachments) {
      parts.add(Attachment.read(attachment, streams).part());
    }
    String asked = asked(text.read(call));
    if (isAlone() && asked.isBlank()) {
      return Optional.empty();
    }
    if (!asked.isBlank()) {
      texts.add(asked);
    }
    return Optional.of(message(String.join("\n\n", texts), parts));
  }

  private String asked(String input) {
    if (isAlone() && input.isBlank() && template.filter(PromptTemplate::takesInput).isPresent()) {
      throw new UsageException(
          "the named prompt needs an {input}; write it after the command, or pipe it in");
    }
    return template.map(named -> named.around(input)).orElse(input);
  }

  private boolean isAlone() {
    return files.isEmpty() && attachments.isEmpty();
  }

  /** A message of the user with these attachments, which may be none. */
  public static Message message(String text, List<Json> attachments) {
    if (attachments.isEmpty()) {
      return Message.user(text);
    }
    List<String> parts = new ArrayList<>();
    if (!text.isBlank()) {
      parts.add(JsonWriter.object(part -> part.field("type", "text").field("text", text)));
    }
    attachments.forEach(attachment -> parts.add(attachment.text()));
    return Message.builder(Role.USER)
        .with("content", new Json("[" + String.join(",", parts) + "]"))
        .build();
  }

  private static List<String> texts(List<SettingValue> values) {
    return values.stream().map(SettingValue::text).toList();
  }
}

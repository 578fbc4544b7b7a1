package io.sluice.cli.run;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.cli.archive.ArchivedConversation;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Flag;
import io.sluice.cli.schema.ResponseFormat;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.settings.SettingValue;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgGroupSpec;

/**
 * What is asked, but for the prompt.
 *
 * @param model the model that flags, variables or settings name
 * @param askedModel the model that a flag or its variable names, whatever the settings say
 * @param system the instructions that stand above the prompt
 * @param parameters a request with all other settings; its model and its messages mean nothing
 */
public record RequestOptions(
    Optional<String> model,
    Optional<String> askedModel,
    Optional<String> system,
    ChatRequest parameters) {
  private static final String EFFORT = "reasoning_effort";

  static ArgGroupSpec flags() {
    return Flag.group(
        "The request",
        Flag.value(
            FlagKey.MODEL, "NAME", "the model; gpt-4o-mini, or claude-haiku-4-5, if none is named"),
        Flag.value(FlagKey.SYSTEM, "TEXT", "instructions that stand above the prompt"),
        Flag.value(FlagKey.TEMPERATURE, "NUMBER", "0 for the likeliest answer, up to 2"),
        Flag.value(FlagKey.TOP_P, "NUMBER", "share of probability to sample from, up to 1"),
        Flag.value(FlagKey.MAX_TOKENS, "N", "the most tokens the answer may have"),
        Flag.value(FlagKey.SEED, "N", "asks for the same choices of words on each call"),
        Flag.value(FlagKey.CHOICES, "N", "how many answers"),
        Flag.value(FlagKey.STOP, "TEXT", "the answer ends before this text; repeatable"),
        Flag.value(
            FlagKey.REASONING_EFFORT, "WORD", "how much to think first: low, medium, high …"),
        Flag.value(
            FlagKey.PARAM,
            "KEY=VALUE",
            "anything else the server takes: JSON, or else a text; repeatable"),
        Flag.value(
            FlagKey.SCHEMA, "FILE", "a JSON Schema that the answer must fit; else exit with 8"));
  }

  /** Reads the options; refuses what no server would take. */
  public static RequestOptions of(Arguments arguments) {
    return new RequestOptions(
        arguments.value(FlagKey.MODEL).map(SettingValue::text),
        arguments.asked(FlagKey.MODEL).map(SettingValue::text),
        arguments.value(FlagKey.SYSTEM).map(SettingValue::text),
        parameters(arguments));
  }

  /** The request that asks this of that model. */
  public ChatRequest request(String name, Message prompt) {
    return request(name, List.of(prompt));
  }

  /**
   * The request that goes on from a conversation, before anything more is asked: with its turns,
   * and with the model that was asked last, if the same server is asked and no other model. Other
   * instructions take the place of those above it.
   */
  public ChatRequest request(Upstream upstream, ArchivedConversation conversation) {
    String name =
        askedModel.or(() -> conversation.modelAt(upstream.endpoint())).orElse(upstream.model());
    return request(name, conversation.turns());
  }

  private ChatRequest request(String name, List<Message> turns) {
    ChatRequest.Builder request = ChatRequest.builder(name);
    system.ifPresent(request::system);
    turns.stream().filter(turn -> system.isEmpty() || !instructs(turn)).forEach(request::message);
    parameters.temperature().ifPresent(request::temperature);
    parameters.topP().ifPresent(request::topP);
    parameters.maxTokens().ifPresent(request::maxTokens);
    parameters.seed().ifPresent(request::seed);
    parameters.choices().ifPresent(request::choices);
    parameters.stop().forEach(request::stop);
    parameters.other().forEach(request::with);
    return request.build();
  }

  private static ChatRequest parameters(Arguments arguments) {
    ChatRequest.Builder request = ChatRequest.builder("");
    try {
      arguments
          .value(FlagKey.TEMPERATURE)
          .map(SettingValue::number)
          .ifPresent(request::temperature);
      arguments.value(FlagKey.TOP_P).map(SettingValue::number).ifPresent(request::topP);
      arguments.value(FlagKey.MAX_TOKENS).map(SettingValue::count).ifPresent(request::maxTokens);
      arguments.value(FlagKey.SEED).map(SettingValue::whole).ifPresent(request::seed);
      arguments.value(FlagKey.CHOICES).map(SettingValue::count).ifPresent(request::choices);
    } catch (IllegalArgumentException outOfRange) {
      throw UsageException.of(outOfRange);
    }
    arguments.values(FlagKey.STOP).forEach(stop -> request.stop(stop.text()));
    arguments
        .value(FlagKey.REASONING_EFFORT)
        .ifPresent(effort -> request.with(EFFORT, JsonWriter.json(effort.text())));
    arguments.values(FlagKey.PARAM).forEach(param -> with(request, param));
    arguments.value(FlagKey.SCHEMA).ifPresent(file -> bind(request, file));
    return request.build();
  }

  private static void bind(ChatRequest.Builder request, SettingValue schema) {
    if (request.build().other().containsKey(ResponseFormat.NAME)) {
      throw new UsageException(
          schema.by()
              + " and "
              + FlagKey.PARAM.flag()
              + " "
              + ResponseFormat.NAME
              + " say the same; leave one of them");
    }
    request.with(ResponseFormat.NAME, SchemaFile.format(schema));
  }

  private static boolean instructs(Message turn) {
    return turn.role().equals(Role.SYSTEM) || turn.role().equals(Role.DEVELOPER);
  }

  private static void with(ChatRequest.Builder request, SettingValue param) {
    int equals = param.text().indexOf('=');
    if (equals < 1) {
      throw new UsageException(param.by() + " is '" + param.text() + "'; use KEY=VALUE");
    }
    request.with(param.text().substring(0, equals), json(param, equals + 1));
  }

  /** What is no JSON is a text, unless it begins as JSON does: then it was meant to be that. */
  private static Json json(SettingValue param, int from) {
    String value = param.text().substring(from);
    try {
      return new Json(JsonValue.read(value).json().text());
    } catch (IllegalArgumentException malformed) {
      if (value.isBlank() || "{[\"".indexOf(value.strip().charAt(0)) >= 0) {
        throw new UsageException(
            param.by()
                + " is '"
                + param.text()
                + "', whose value is no JSON; correct it, or give a text without quotes",
            malformed);
      }
      return JsonWriter.json(value);
    }
  }
}

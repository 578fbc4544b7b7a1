package io.sluice.cli.run;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.cli.archive.ArchivedConversation;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Flag;
import io.sluice.cli.schema.ResponseFormat;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.settings.SettingValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.ArgGroupSpec;

/**
 * What is asked, but for the prompt.
 *
 * @param model the model that flags, variables or settings name
 * @param askedModel the model that a flag, its variable or the named prompt names, whatever other
 *     settings say
 * @param system the instructions that stand above the prompt
 * @param askedSystem the instructions that a flag, its variable or the named prompt gives, whatever
 *     other settings say
 * @param parameters a request with all other settings, and the messages that it begins with; its
 *     model means nothing
 * @param asked a request with what flags, their variables and the named prompt say of them
 */
public record RequestOptions(
    Optional<String> model,
    Optional<String> askedModel,
    Optional<String> system,
    Optional<String> askedSystem,
    ChatRequest parameters,
    ChatRequest asked) {
  private static final int HIGHEST_TEMPERATURE = 2;
  private static final String EFFORT = "reasoning_effort";

  static ArgGroupSpec flags() {
    return Flag.group(
        "The request",
        Flag.value(
            FlagKey.PROMPT, "NAME", "a prompt of sluice.yaml: its text, and the settings with it"),
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
            FlagKey.SCHEMA,
            "FILE",
            "a JSON Schema that the answer must fit, - for stdin; else exit with 8"));
  }

  /**
   * Reads the options; refuses what no server would take.
   *
   * @param schemas reads the schema, if one is named
   */
  public static RequestOptions of(Arguments arguments, SchemaFiles schemas) {
    return new RequestOptions(
        arguments.value(FlagKey.MODEL).map(SettingValue::text),
        arguments.chosen(FlagKey.MODEL).map(SettingValue::text),
        arguments.value(FlagKey.SYSTEM).map(SettingValue::text),
        arguments.chosen(FlagKey.SYSTEM).map(SettingValue::text),
        parameters(arguments::values, schemas),
        parameters(arguments::chosenValues, schemas));
  }

  /**
   * These options for going on from a request that the user names: flags, their variables and the
   * named prompt win over what it says, and it wins over all other settings.
   */
  public RequestOptions over(ChatRequest begun) {
    Optional<String> named = Optional.of(begun.model()).filter(name -> !name.isEmpty());
    boolean instructed = begun.messages().stream().anyMatch(ArchivedConversation::instructs);
    return new RequestOptions(
        askedModel.or(() -> named).or(() -> model),
        askedModel.or(() -> named),
        instructed ? askedSystem : system,
        askedSystem,
        RequestLayers.filled(asked, RequestLayers.filled(begun, parameters)),
        asked);
  }

  /**
   * The request of a row, with what these options say where the row says nothing itself, the
   * instructions excepted.
   *
   * @param model the model if the row names none
   * @throws IllegalArgumentException in one line, if neither names a model
   */
  public ChatRequest under(ChatRequest row, String model) {
    String name = row.model().isEmpty() ? model : row.model();
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "no model is named, neither by it nor with " + FlagKey.MODEL.flag());
    }
    return RequestLayers.filled(row, parameters).toBuilder().model(name).build();
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
    List<Message> turns = new ArrayList<>(parameters.messages());
    turns.addAll(conversation.turns());
    return request(name, turns);
  }

  private ChatRequest request(String name, List<Message> turns) {
    ChatRequest.Builder request = parameters.toBuilder().model(name).messages(List.of());
    system.ifPresent(request::system);
    turns.stream()
        .filter(turn -> system.isEmpty() || !ArchivedConversation.instructs(turn))
        .forEach(request::message);
    return request.build();
  }

  /**
   * The temperature that a person asks for.
   *
   * @throws UsageException in one line, if it is out of the range that servers take
   */
  public static double temperature(SettingValue value) {
    double number = value.number();
    if (number >= 0 && number <= HIGHEST_TEMPERATURE) {
      return number;
    }
    throw new UsageException(
        value.by() + " is '" + value.text() + "'; use 0 to " + HIGHEST_TEMPERATURE);
  }

  private static ChatRequest parameters(
      Function<FlagKey, List<SettingValue>> values, SchemaFiles schemas) {
    ChatRequest.Builder request = ChatRequest.builder("");
    Function<FlagKey, Optional<SettingValue>> value =
        flag -> values.apply(flag).stream().reduce((earlier, later) -> later);
    try {
      value
          .apply(FlagKey.TEMPERATURE)
          .map(RequestOptions::temperature)
          .ifPresent(request::temperature);
      value.apply(FlagKey.TOP_P).map(SettingValue::number).ifPresent(request::topP);
      value.apply(FlagKey.MAX_TOKENS).map(SettingValue::count).ifPresent(request::maxTokens);
      value.apply(FlagKey.SEED).map(SettingValue::whole).ifPresent(request::seed);
      value.apply(FlagKey.CHOICES).map(SettingValue::count).ifPresent(request::choices);
    } catch (IllegalArgumentException outOfRange) {
      throw UsageException.of(outOfRange);
    }
    values.apply(FlagKey.STOP).forEach(stop -> request.stop(stop.text()));
    value
        .apply(FlagKey.REASONING_EFFORT)
        .ifPresent(effort -> request.with(EFFORT, JsonWriter.json(effort.text())));
    values.apply(FlagKey.PARAM).forEach(param -> with(request, param));
    value.apply(FlagKey.SCHEMA).ifPresent(file -> bind(request, file, schemas));
    return request.build();
  }

  private static void bind(ChatRequest.Builder request, SettingValue schema, SchemaFiles schemas) {
    if (request.build().other().containsKey(ResponseFormat.NAME)) {
      throw new UsageException(
          schema.by()
              + " and "
              + FlagKey.PARAM.flag()
              + " "
              + ResponseFormat.NAME
              + " say the same; leave one of them");
    }
    request.with(ResponseFormat.NAME, schemas.format(schema));
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
      return Json.verbatim(JsonValue.read(value).json().text());
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

package io.sluice.cli.run;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.cli.archive.ArchivedConversation;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.json.JsonValue;
import io.sluice.settings.SettingValue;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgGroupSpec;

/** The flags of a request. */
public final class RequestFlags {
  private RequestFlags() {}

  public static ArgGroupSpec group() {
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
            FlagKey.PARAM,
            "KEY=JSON",
            "anything else the server takes, as in user='\"anna\"'; repeatable"));
  }

  /** The request; refuses what no server would take. */
  public static ChatRequest request(Arguments arguments, String model, String prompt) {
    return request(arguments, model, List.of(Message.user(prompt)));
  }

  /**
   * The request that goes on from a conversation: with its turns, and with the model that was asked
   * last, if the same server is asked and no other model. Other instructions take the place of
   * those above it.
   */
  public static ChatRequest request(
      Arguments arguments, Upstream upstream, ArchivedConversation conversation, String prompt) {
    return request(arguments, upstream, conversation).toBuilder()
        .message(Message.user(prompt))
        .build();
  }

  /** The same before anything more is asked. */
  public static ChatRequest request(
      Arguments arguments, Upstream upstream, ArchivedConversation conversation) {
    Optional<String> named = arguments.asked(FlagKey.MODEL).map(SettingValue::text);
    String model =
        named.or(() -> conversation.modelAt(upstream.endpoint())).orElse(upstream.model());
    return request(arguments, model, conversation.turns());
  }

  private static ChatRequest request(Arguments arguments, String model, List<Message> turns) {
    ChatRequest.Builder request = ChatRequest.builder(model);
    Optional<String> system = arguments.value(FlagKey.SYSTEM).map(SettingValue::text);
    system.ifPresent(request::system);
    turns.stream().filter(turn -> system.isEmpty() || !instructs(turn)).forEach(request::message);
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
    arguments.values(FlagKey.PARAM).forEach(param -> with(request, param));
    return request.build();
  }

  private static boolean instructs(Message turn) {
    return turn.role().equals(Role.SYSTEM) || turn.role().equals(Role.DEVELOPER);
  }

  private static void with(ChatRequest.Builder request, SettingValue param) {
    int equals = param.text().indexOf('=');
    if (equals < 1) {
      throw new UsageException(param.by() + " is '" + param.text() + "'; use KEY=JSON");
    }
    String json = param.text().substring(equals + 1);
    try {
      request.with(param.text().substring(0, equals), new Json(JsonValue.read(json).json().text()));
    } catch (IllegalArgumentException malformed) {
      String remedy = "; a string needs its quotes, as in user='\"anna\"'";
      throw new UsageException(
          param.by() + " is '" + param.text() + "', whose value is no JSON" + remedy, malformed);
    }
  }
}

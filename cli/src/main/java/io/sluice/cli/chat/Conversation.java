package io.sluice.cli.chat;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.stream.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A conversation as it stands, and the settings of its next request. Mutable; for one thread. */
final class Conversation {
  /** The request without its messages. */
  private ChatRequest settings;

  private final List<Message> earlier = new ArrayList<>();
  private final List<Exchange> exchanges = new ArrayList<>();
  private Optional<String> system;
  private Optional<Question> lastQuestion = Optional.empty();

  /** Goes on from the messages of {@code begun}, with its settings. */
  Conversation(ChatRequest begun) {
    settings = begun.toBuilder().messages(List.of()).build();
    List<Message> messages = begun.messages();
    boolean instructed = !messages.isEmpty() && messages.get(0).role().equals(Role.SYSTEM);
    system = instructed ? messages.get(0).content() : Optional.empty();
    earlier.addAll(messages.subList(instructed ? 1 : 0, messages.size()));
  }

  /** The request that asks this next. */
  ChatRequest asking(Question question) {
    List<Message> messages = messages();
    messages.add(question.message());
    return with(messages);
  }

  /** The conversation as a request. */
  ChatRequest request() {
    return with(messages());
  }

  /**
   * A question has got this answer, as far as it came; without one it is not part of the
   * conversation.
   */
  void answered(Question question, Optional<Message> answer, Status status) {
    lastQuestion = Optional.of(question);
    answer.ifPresent(said -> exchanges.add(new Exchange(question, said, status)));
  }

  /** Forgets the last answer; its question, if there was one. */
  Optional<Question> retry() {
    int last = exchanges.size() - 1;
    if (last >= 0 && lastQuestion.equals(Optional.of(exchanges.get(last).question()))) {
      exchanges.remove(last);
    }
    return lastQuestion;
  }

  /**
   * Forgets the last question that got an answer, and that answer; the words of the question, if
   * there is one.
   */
  Optional<String> undo() {
    Optional<String> question = exchanges.isEmpty() ? undoEarlier() : undoExchange();
    if (question.isPresent()) {
      lastQuestion = last().map(Exchange::question);
    }
    return question;
  }

  private Optional<String> undoExchange() {
    return Optional.of(exchanges.remove(exchanges.size() - 1).question().text());
  }

  private Optional<String> undoEarlier() {
    int last = earlier.size() - 1;
    while (last >= 0 && !earlier.get(last).role().equals(Role.USER)) {
      last--;
    }
    if (last < 0) {
      return Optional.empty();
    }
    String question = earlier.get(last).content().orElse("");
    earlier.subList(last, earlier.size()).clear();
    return Optional.of(question);
  }

  /** The last question of this process that got an answer. */
  Optional<Exchange> last() {
    return exchanges.isEmpty()
        ? Optional.empty()
        : Optional.of(exchanges.get(exchanges.size() - 1));
  }

  /** Forgets what was said; the settings stay. */
  void clear() {
    earlier.clear();
    exchanges.clear();
    lastQuestion = Optional.empty();
  }

  /** How many messages there are beside the instructions. */
  int length() {
    return earlier.size() + 2 * exchanges.size();
  }

  boolean isEmpty() {
    return earlier.isEmpty() && exchanges.isEmpty();
  }

  /** What was said before this process, as it was sent. */
  List<Message> earlier() {
    return List.copyOf(earlier);
  }

  /** What was said since. */
  List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  String model() {
    return settings.model();
  }

  void model(String other) {
    settings = settings.toBuilder().model(other).build();
  }

  Optional<String> system() {
    return system;
  }

  void system(Optional<String> instructions) {
    system = instructions;
  }

  OptionalDouble temperature() {
    return settings.temperature();
  }

  void temperature(OptionalDouble other) {
    ChatRequest.Builder changed = settings.toBuilder().withoutTemperature();
    other.ifPresent(changed::temperature);
    settings = changed.build();
  }

  private List<Message> messages() {
    List<Message> messages = new ArrayList<>();
    system.map(Message::system).ifPresent(messages::add);
    messages.addAll(earlier);
    for (Exchange exchange : exchanges) {
      messages.add(exchange.question().message());
      messages.add(exchange.answer());
    }
    return messages;
  }

  private ChatRequest with(List<Message> messages) {
    return settings.toBuilder().messages(messages).build();
  }

  /**
   * A question and its answer.
   *
   * @param answer as it is sent with the next request
   * @param status how it ended
   */
  record Exchange(Question question, Message answer, Status status) {
    /** The text of the answer. */
    String said() {
      return answer.content().or(answer::refusal).orElse("");
    }
  }
}

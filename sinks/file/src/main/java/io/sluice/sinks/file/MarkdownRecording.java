package io.sluice.sinks.file;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Choice;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.ToolCall;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.text.TextOutput;
import io.sluice.transcript.Citation;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records the conversation as a document: front matter, the turns of the request, and the answer as
 * it arrives. Mutable; for one run.
 */
final class MarkdownRecording implements Sink {

  private final RecordTarget target;
  private final TextOutput text;
  private @Nullable FrontMatter head;
  private long headAt;

  MarkdownRecording(RecordTarget target) {
    this.target = target;
    this.text = TextOutput.to(target.out());
  }

  /** An empty line separates this conversation from the one before. */
  @Override
  public void onOpen(StreamContext context) throws IOException {
    if (target.hasEarlierContent()) {
      target.out().write('\n');
    }
    head = new FrontMatter(context);
    headAt = target.length();
    target.out().write(head.unfinished());
    for (Message turn : context.request().map(ChatRequest::messages).orElse(List.of())) {
      writeTurn(turn);
    }
    writeHeading("assistant");
    text.flush();
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    text.write(chunk.text());
    text.flush();
  }

  /** The head may report the end only when everything else is written. */
  @Override
  public void onEnd(Outcome outcome) throws IOException {
    for (Choice choice : outcome.completion().choices()) {
      if (choice.index() == 0) {
        writeBesideText(choice.message());
      } else {
        writeHeading("assistant, choice " + choice.index());
        writeContent(choice.message());
      }
    }
    text.endLine();
    writeCitations(Citation.of(outcome.completion()));
    if (outcome.status() != Status.COMPLETED) {
      text.write("\n");
    }
    EndMark.write(text, outcome);
    text.flush();
    target.rewrite(headAt, Objects.requireNonNull(head, "open comes first").of(outcome));
  }

  /** Numbered as the text has them. */
  private void writeCitations(List<Citation> citations) throws IOException {
    if (!citations.isEmpty()) {
      writeHeading("sources");
    }
    for (int at = 0; at < citations.size(); at++) {
      Citation cited = citations.get(at);
      String title = cited.title().isEmpty() ? "" : cited.title() + " ";
      text.write((at + 1) + ". " + title.replaceAll("[\\[\\]<>*_`]", "\\\\$0"));
      text.write("<" + cited.address() + ">\n");
    }
  }

  private void writeTurn(Message turn) throws IOException {
    writeHeading(turn.role().value());
    writeContent(turn);
  }

  private void writeHeading(String name) throws IOException {
    text.endLine();
    int first = Math.min(1, name.length());
    text.write("\n## " + name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first));
    text.write("\n\n");
  }

  private void writeContent(Message message) throws IOException {
    text.write(message.content().orElse(""));
    Optional<Json> parts = Optional.ofNullable(message.other().get("content"));
    if (parts.isPresent()) {
      writeCode(parts.get().text());
    }
    writeBesideText(message);
  }

  private void writeBesideText(Message message) throws IOException {
    text.write(message.refusal().orElse(""));
    for (ToolCall call : message.toolCalls()) {
      writeCall(call);
    }
    if (message.functionCall().isPresent()) {
      writeCall(message.functionCall().get());
    }
  }

  private void writeCall(ToolCall call) throws IOException {
    text.endLine();
    text.write("\nCalls `" + call.name() + "` with\n\n");
    writeCode(call.arguments());
  }

  /** Indented, because the code may contain a fence. */
  private void writeCode(String code) throws IOException {
    text.endLine();
    text.write("    " + code.replace("\n", "\n    ") + "\n");
  }
}

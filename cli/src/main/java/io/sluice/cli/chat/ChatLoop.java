package io.sluice.cli.chat;

import io.sluice.cli.chat.ChatInput.Heard;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.run.OutputOptions;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.Keyboard;
import io.sluice.settings.SettingsException;
import java.io.IOException;
import java.util.Optional;

/** Takes messages until there are no more, and has each answered or obeyed. For one thread. */
final class ChatLoop {
  private final Call call;
  private final Conversation conversation;
  private final ChatAnswers answers;
  private final SlashCommands commands;
  private final WaitingAttachments attachments = new WaitingAttachments();
  private final ChatInput input;
  private final boolean typed;
  private ExitCode code = ExitCode.COMPLETED;

  ChatLoop(
      Call call,
      Conversation conversation,
      ChatAnswers answers,
      OutputOptions output,
      ChatInput input) {
    this.call = call;
    this.conversation = conversation;
    this.answers = answers;
    this.input = input;
    this.commands = new SlashCommands(call, conversation, answers, attachments, output);
    this.typed = call.streams().terminals().in();
  }

  /** To the end. What a person types leaves 0; of what is piped in the first that failed counts. */
  ExitCode run() throws IOException {
    boolean interrupted = false;
    while (true) {
      // One that came between an answer and the next question.
      boolean already = call.interruption().takeInterrupt();
      Heard heard = already ? Heard.interrupt() : input.next();
      if (heard.kind() == ChatInput.Kind.END || isOver()) {
        return left();
      }
      if (heard.kind() == ChatInput.Kind.INTERRUPT) {
        if (interrupted) {
          return ExitCode.INTERRUPTED;
        }
        interrupted = true;
        call.notices().notice("Ctrl-C once more leaves, as Ctrl-D does");
        continue;
      }
      interrupted = false;
      if (!take(heard.text()) || isOver()) {
        return left();
      }
    }
  }

  /** Whether it goes on. */
  private boolean take(String message) throws IOException {
    if (message.isBlank()) {
      return true;
    }
    if (SlashCommand.leaves(message)) {
      return false;
    }
    if (message.startsWith("/") && !message.startsWith("//")) {
      SlashCommands.Done done = commands.take(message);
      if (done.ask().isPresent()) {
        ask(done.ask().get());
      }
      if (done.next() == SlashCommands.Next.GO_ON_REFUSED) {
        note(ExitCode.NOTHING_SENT);
      }
      return done.next() != SlashCommands.Next.LEAVE;
    }
    if (ask(attachments.question(message.startsWith("//") ? message.substring(1) : message))) {
      attachments.drop();
    }
    return true;
  }

  /** Whether the question could be asked. */
  private boolean ask(Question question) throws IOException {
    boolean asked = false;
    Keyboard.Hold typing = input.answering(() -> call.interruption().raise(ExitCode.INTERRUPTED));
    try {
      note(answers.ask(conversation, question));
      asked = true;
    } catch (UsageException | SettingsException unusable) {
      if (!typed) {
        throw unusable;
      }
      call.notices().error(String.valueOf(unusable.getMessage()));
    } finally {
      typing.close();
      call.interruption().takeInterrupt();
    }
    if (typed) {
      // Sets the next question apart from what was said.
      call.notices().notice("");
    }
    return asked;
  }

  private void note(ExitCode of) {
    code = typed ? code : code.orElse(of);
  }

  /** A signal other than Ctrl-C came, or the reader of the answers has gone away. */
  private boolean isOver() {
    return signal().isPresent() || call.streams().out().closed();
  }

  private ExitCode left() {
    if (call.streams().out().closed()) {
      return ExitCode.STDOUT_CLOSED;
    }
    return signal().orElse(code);
  }

  private Optional<ExitCode> signal() {
    return call.interruption().raised().filter(raised -> raised != ExitCode.INTERRUPTED);
  }
}

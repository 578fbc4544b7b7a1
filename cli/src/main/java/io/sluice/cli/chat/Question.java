package io.sluice.cli.chat;

import io.sluice.chat.Message;
import io.sluice.cli.prompt.Attachment;
import io.sluice.cli.prompt.PromptOptions;
import java.util.List;

/**
 * What is asked in a conversation.
 *
 * @param text the words of the question
 * @param attachments the files and URLs that go with it
 */
record Question(String text, List<Attachment> attachments) {
  Question {
    attachments = List.copyOf(attachments);
  }

  /** The question as it is sent. */
  Message message() {
    return PromptOptions.message(text, attachments.stream().map(Attachment::part).toList());
  }
}

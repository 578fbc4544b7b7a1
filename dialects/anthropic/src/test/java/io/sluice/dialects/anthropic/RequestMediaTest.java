package io.sluice.dialects.anthropic;

import static io.sluice.dialects.anthropic.WrittenBody.messages;
import static io.sluice.dialects.anthropic.WrittenBody.quoted;
import static io.sluice.dialects.anthropic.WrittenBody.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How media in a message become blocks of Anthropic. */
class RequestMediaTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'image_url','image_url':{'url':'data:image/png;base64,AA=='}} |"
            + " {'type':'image','source':{'type':'base64','media_type':'image/png','data':'AA=='}}",
        "{'type':'image_url','image_url':{'url':'https://x.org/a','detail':'auto'}}"
            + " | {'type':'image','source':{'type':'url','url':'https://x.org/a'}}",
        "{'type':'file','file':{'filename':'a.pdf','file_data':'data:application/pdf;base64,AA'}}"
            + " | {'type':'document','source':{'type':'base64','media_type':'application/pdf',"
            + "'data':'AA'},'title':'a.pdf'}",
        "{'type':'text','text':'t'} | {'type':'text','text':'t'}",
        "{'type':'image','source':{}} | {'type':'image','source':{}}"
      })
  void mediaBecomeAnthropicsBlocks(String part, String block) {
    Message message = Message.builder(Role.USER).with("content", content(part)).build();

    assertThat(messages(message)).endsWith("'content':[" + block + "]}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'input_audio','input_audio':{}} | message 1: Anthropic takes no sound"
            + " (input_audio); leave it out, or send its text",
        "{'type':'image_url','image_url':{'url':'u','detail':'high'}} | message 1: Anthropic takes"
            + " an image_url with a 'url' alone; leave the rest out",
        "{'type':'file','file':{'file_id':'f'}} | message 1: Anthropic takes a file with"
            + " 'file_data' and 'filename' alone; give its data"
      })
  void mediaThatAnthropicCannotTakeAreRefused(String part, String complaint) {
    refused(
        complaint,
        r -> r.message(Message.builder(Role.USER).with("content", content(part)).build()));
  }

  private static Json content(String part) {
    return new Json(quoted("[" + part + "]"));
  }
}

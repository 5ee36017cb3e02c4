package mycelial.bus;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mycelial.message.SystemControl;

/**
 * A command that an operator sends to a running session, signed with the session's control token.
 * Immutable and safe to share between threads.
 *
 * @param session the session that is meant
 * @param nonce a text that is used once
 * @param command what to do
 * @param reason why, in words
 * @param hmac HMAC-SHA256 over {@code session|nonce|command|reason}, lower-case hexadecimal
 */
public record OperatorCommand(
    String session, String nonce, SystemControl.Command command, String reason, String hmac) {
  private static final String ALGORITHM = "HmacSHA256";

  /**
   * @throws IllegalArgumentException when a text is empty, too long, or session or nonce hold the
   *     separator '|', or the command is not an operator's
   */
  public OperatorCommand {
    requireText("session", session);
    requireText("nonce", nonce);
    requireText("reason", reason);
    if (!command.isOperators()) {
      throw new IllegalArgumentException("an operator cannot command " + command);
    }
    if (session.indexOf('|') >= 0 || nonce.indexOf('|') >= 0) {
      throw new IllegalArgumentException("session and nonce must not contain '|'");
    }
  }

  private static void requireText(String name, String text) {
    if (text.isEmpty() || text.length() > 200) {
      throw new IllegalArgumentException(
          name + " has " + text.length() + " characters, expected 1 to 200");
    }
  }

  /** A command signed with the session's control token. */
  public static OperatorCommand sign(
      String session, String nonce, SystemControl.Command command, String reason, byte[] token) {
    String hmac = HexFormat.of().formatHex(mac(session, nonce, command, reason, token));
    return new OperatorCommand(session, nonce, command, reason, hmac);
  }

  /** Whether it was signed with this token; takes the same time for every wrong signature. */
  public boolean isAuthentic(byte[] token) {
    String right = HexFormat.of().formatHex(mac(session, nonce, command, reason, token));
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.US_ASCII), hmac.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] mac(
      String session, String nonce, SystemControl.Command command, String reason, byte[] token) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(token, ALGORITHM));
      String text = session + '|' + nonce + '|' + command.name() + '|' + reason;
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
    }
  }

  /** The command as JSON. */
  public byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.streams().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("session", session);
      json.writeStringField("nonce", nonce);
      json.writeStringField("command", command.name());
      json.writeStringField("reason", reason);
      json.writeStringField("hmac", hmac);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * The command in the bytes; says nothing of its authenticity.
   *
   * @throws MalformedMessageException when they are not a command
   */
  public static OperatorCommand decode(byte[] json) {
    Fields fields = Json.object(json);
    try {
      OperatorCommand command =
          new OperatorCommand(
              fields.text("session"),
              fields.text("nonce"),
              fields.constant("command", SystemControl.Command.class),
              fields.text("reason"),
              fields.text("hmac"));
      fields.requireEmpty();
      return command;
    } catch (IllegalArgumentException invalid) {
      throw new MalformedMessageException(String.valueOf(invalid.getMessage()));
    }
  }

  /** What the session relays to its agents. */
  public SystemControl toControl() {
    return new SystemControl(command, SystemControl.Origin.OPERATOR, reason);
  }
}

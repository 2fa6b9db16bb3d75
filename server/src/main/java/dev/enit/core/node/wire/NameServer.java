package dev.enit.core.node.wire;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The question to a name server whether it knows a node. */
public final class NameServer {
  /** PORT_PLEASE2_REQ and PORT2_RESP of the protocol of epmd. */
  private static final int REQUEST = 122;

  private static final int RESPONSE = 119;
  private static final int FOUND = 0;

  private NameServer() {}

  /**
   * Returns whether a name is registered; not if there is no name server, or it does not answer.
   */
  public static boolean knows(NodeName node, Network network, Deadline deadline) {
    try (Socket socket = new Addresses(node, network, deadline).connectToEpmd()) {
      socket.setSoTimeout((int) Math.max(1, deadline.remaining().toMillis()));
      byte[] name = node.alive().getBytes(StandardCharsets.UTF_8);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeShort(1 + name.length);
      out.writeByte(REQUEST);
      out.write(name);
      out.flush();
      DataInputStream in = new DataInputStream(socket.getInputStream());
      return in.readUnsignedByte() == RESPONSE && in.readUnsignedByte() == FOUND;
    } catch (IOException | UnreachableException e) {
      return false;
    }
  }
}

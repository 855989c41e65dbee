package com.gammareplay.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. */
interface HostResolver {

    /**
     * All addresses of a name, or the one that is written as an address.
     *
     * @throws UnknownHostException if there is none
     */
    InetAddress[] resolve(String host) throws UnknownHostException;
}

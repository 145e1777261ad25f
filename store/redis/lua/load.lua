-- A conversation as it stands. KEYS[1]: its own key.
return stand(KEYS[1])

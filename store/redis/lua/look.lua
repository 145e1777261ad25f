-- Changes nothing: only says (or, on a single Redis, sets right) what the indexes should hold.
return finish('looked')
